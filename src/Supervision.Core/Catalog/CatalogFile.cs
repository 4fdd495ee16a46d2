using Supervision.Registry;

namespace Supervision.Catalog;

/// <summary>What a catalogue file holds: the agencies, their items and the checklists.</summary>
/// <param name="Agencies">Enforcement agencies.</param>
/// <param name="Items">Main items and sub-items.</param>
/// <param name="Checklists">Checklist versions.</param>
public sealed record CatalogFile(
    IReadOnlyList<Agency> Agencies, IReadOnlyList<SupervisionItem> Items, IReadOnlyList<Checklist> Checklists)
{
    /// <summary>Entries of the national catalogue that the items map to; those that are stored already may be left out.</summary>
    public IReadOnlyList<NationalItem> National { get; init => field = value ?? []; } = [];
}
