namespace Supervision.Inspections;

/// <summary>An officer who inspected a subject. Immutable.</summary>
/// <param name="OfficerId">Officer of a recorded task.</param>
/// <param name="SubjectId">Its subject.</param>
public sealed record PastVisit(string OfficerId, string SubjectId);
