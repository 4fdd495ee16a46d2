namespace Supervision.Credit;

/// <summary>Points of an entry that a step used. Immutable.</summary>
/// <param name="Date">Civil date of the entry.</param>
/// <param name="Points">How many of its points.</param>
/// <param name="Cause">Id of the event behind the entry.</param>
/// <param name="Code">Code of the fault behind it, or null.</param>
public sealed record LedgerUse(DateOnly Date, decimal Points, string Cause, string? Code);
