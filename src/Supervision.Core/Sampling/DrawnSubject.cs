namespace Supervision.Sampling;

/// <summary>A subject that a draw selected.</summary>
/// <param name="SubjectId">Subject.</param>
/// <param name="Cell">The cell it was drawn from: tier, then division.</param>
public sealed record DrawnSubject(string SubjectId, string Cell);
