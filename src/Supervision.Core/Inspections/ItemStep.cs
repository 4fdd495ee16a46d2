using Supervision.Catalog;

namespace Supervision.Inspections;

/// <summary>What a step of an item came to.</summary>
/// <param name="Item">The item after it.</param>
/// <param name="AffectedTasks">Open tasks of the item: they go on with the version that they pinned.</param>
public sealed record ItemStep(SupervisionItem Item, IReadOnlyList<string> AffectedTasks);
