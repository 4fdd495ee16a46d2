namespace Supervision.Cases;

/// <summary>事先告知: what is intended, why, and what the party may do.</summary>
/// <param name="ServedOn">Day on which the party received it.</param>
/// <param name="Sanction">What is intended.</param>
/// <param name="Benchmarks">Rules violated, the one applied first.</param>
/// <param name="Grade">Grade.</param>
/// <param name="Marks">Rights told, and what makes the case a grave one.</param>
/// <param name="Text">Facts, reasons and basis.</param>
public sealed record AdvanceNotice(
    DateOnly ServedOn, Sanction Sanction, IReadOnlyList<string> Benchmarks, PenaltyGrade? Grade, CaseMarks Marks, string Text);
