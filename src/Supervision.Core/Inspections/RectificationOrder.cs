namespace Supervision.Inspections;

/// <summary>An order to correct 责令改正通知书: what, until when, and what the party can do against it.</summary>
/// <param name="PointIds">The points to correct; at least one, each found wanting in the record.</param>
/// <param name="DueOn">Last day.</param>
/// <param name="Remedy">Review and suit, as printed; not empty.</param>
/// <param name="IssuedOn">Civil date of the order.</param>
public sealed record RectificationOrder(IReadOnlyList<string> PointIds, DateOnly DueOn, string Remedy, DateOnly IssuedOn);
