namespace Supervision.Sampling;

/// <summary>An officer of a team who was replaced after the matching, as published. Immutable.</summary>
/// <param name="TaskId">The task; no other team changes.</param>
/// <param name="Left">The officer who left; never comes back to this task.</param>
/// <param name="Newcomer">Who follows by the method; null when nobody could.</param>
/// <param name="Reason">Why, one line.</param>
/// <param name="Approver">Who approved it.</param>
/// <param name="At">When, not before the redraw before it.</param>
public sealed record OfficerRedraw(
    string TaskId, string Left, string? Newcomer, string Reason, string Approver, DateTimeOffset At);
