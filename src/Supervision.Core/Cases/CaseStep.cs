using Supervision.Audit;

namespace Supervision.Cases;

/// <summary>A recorded step of a case. Steps are only added, never changed: they are the record that art. 47 asks for.</summary>
/// <param name="Number">From 1 without gaps.</param>
/// <param name="From">State before.</param>
/// <param name="To">State after.</param>
/// <param name="Entry">What was recorded.</param>
/// <param name="By">Who recorded it.</param>
/// <param name="RecordedAt">When it was recorded.</param>
/// <legal source="行政处罚法" article="第四十七条" inForceFrom="2021-07-15" />
public sealed record CaseStep(
    int Number, CaseState From, CaseState To, CaseEntry Entry, Actor By, DateTimeOffset RecordedAt);
