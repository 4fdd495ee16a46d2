namespace Supervision.Calendars;

/// <summary>A deadline that a changed calendar moved.</summary>
/// <param name="Noun">What it belongs to: "case", "task", "warning", "event" and so on, as in the types of the journal.</param>
/// <param name="Id">Its identifier.</param>
/// <param name="Clock">Which clock, with its number when there are several.</param>
/// <param name="From">Last day before; null when it could not be counted.</param>
/// <param name="To">Last day now; null when it can no longer be counted.</param>
public sealed record DeadlineMove(string Noun, string Id, string Clock, DateOnly? From, DateOnly? To);
