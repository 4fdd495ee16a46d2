using Supervision.Audit;

namespace Supervision.Matters;

/// <summary>A recorded step. Steps are only added.</summary>
/// <param name="Number">From 1 without gaps.</param>
/// <param name="From">State before.</param>
/// <param name="To">State after.</param>
/// <param name="Entry">What was recorded.</param>
/// <param name="By">Who recorded it.</param>
/// <param name="RecordedAt">When it was recorded.</param>
public sealed record MatterStep(
    int Number, MatterState From, MatterState To, MatterEntry Entry, Actor By, DateTimeOffset RecordedAt);
