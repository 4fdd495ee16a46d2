namespace Supervision.DecisionSupport;

/// <summary>A subject that was entered more often than its budget. Immutable.</summary>
/// <param name="SubjectId">Subject.</param>
/// <param name="Year">Calendar year.</param>
/// <param name="Entries">Times entered: all inspections of one day are one.</param>
/// <param name="Budget">Times that it may be entered in the year.</param>
public sealed record Burden(string SubjectId, int Year, int Entries, int Budget);
