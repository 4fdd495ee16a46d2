namespace Supervision.DecisionSupport;

/// <summary>An inspection too fast to be real. Immutable.</summary>
/// <param name="Visit">Inspection.</param>
/// <param name="Seconds">Seconds from the scanned entry to the record; below 0 when the record is older than the entry.</param>
/// <param name="Least">Seconds that it would have needed.</param>
public sealed record FastVisit(AuditedVisit Visit, long Seconds, long Least);
