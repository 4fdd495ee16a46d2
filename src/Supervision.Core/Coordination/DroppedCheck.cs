namespace Supervision.Coordination;

/// <summary>A planned check that does not take place, with the reason: nothing is dropped quietly.</summary>
/// <param name="Check">The check.</param>
/// <param name="Reason">Why.</param>
public sealed record DroppedCheck(PlannedCheck Check, DropReason Reason);
