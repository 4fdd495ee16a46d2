namespace Supervision.Cases;

/// <summary>调查终结报告: what the handlers propose.</summary>
/// <param name="On">Day on which it went to the legal reviewer.</param>
/// <param name="Sanction">What they propose.</param>
/// <param name="Marks">Why it needs a review.</param>
/// <param name="ReviewedOn">Day on which the reviewer answered, or null.</param>
public sealed record FinalReport(DateOnly On, Sanction Sanction, CaseMarks Marks, DateOnly? ReviewedOn);
