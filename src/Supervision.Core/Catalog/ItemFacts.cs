namespace Supervision.Catalog;

/// <summary>What the guards of an item look at.</summary>
/// <param name="Item">The item as it is to be.</param>
/// <param name="Today">Civil date.</param>
/// <param name="NationalCodes">Codes of the national catalogue.</param>
/// <param name="AffectedTasks">Open tasks that pinned it, as far as they were listed; null when nobody looked.</param>
internal sealed record ItemFacts(
    SupervisionItem Item, DateOnly Today, IReadOnlySet<string> NationalCodes, IReadOnlyList<string>? AffectedTasks);
