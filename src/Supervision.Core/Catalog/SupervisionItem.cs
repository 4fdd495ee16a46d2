using Supervision.Decisions;

namespace Supervision.Catalog;

/// <summary>
/// An entry of the supervision item catalogue 监管事项: a main item, or a sub-item with its content lines.
/// What isn't in the catalogue may not be inspected. Immutable.
/// </summary>
public sealed record SupervisionItem
{
    /// <summary>Item code 监管事项目录编码: 14 digits.</summary>
    public required string Code { get; init; }

    /// <summary>Code of the main item 主项; null when this is one.</summary>
    public string? ParentCode { get; init; }

    /// <summary>Name as published.</summary>
    public required string Name { get; init; }

    /// <summary>General or key.</summary>
    public required ItemKind Kind { get; init; }

    /// <summary>The agency that owns the item, an identifier.</summary>
    public required string OwnerAgencyId { get; init; }

    /// <summary>Field of expertise that an officer needs for it, such as "food".</summary>
    public required string Field { get; init; }

    /// <summary>What it rests on. No legal basis in force, no inspection (国办发〔2015〕58号).</summary>
    public required IReadOnlyList<LegalBasis> Basis { get; init; }

    /// <summary>Subject categories it applies to; empty means every category.</summary>
    public IReadOnlyList<string> SubjectCategories { get; init => field = value ?? []; } = [];

    /// <summary>The finest grain 监管内容; empty for a main item.</summary>
    public IReadOnlyList<ItemContent> Contents { get; init => field = value ?? []; } = [];

    /// <summary>Id of the checklist that inspects it; null for a main item.</summary>
    public string? ChecklistId { get; init; }

    /// <summary>Code of the item of the national catalogue that it maps to; null while it is not mapped.</summary>
    public string? NationalCode { get; init; }

    /// <summary>Version, counted from 1; a new basis makes the next one.</summary>
    public int Version { get; init => field = value == 0 ? 1 : value; } = 1;

    /// <summary>Where it stands. What a catalogue file registers is published unless it says otherwise.</summary>
    public ItemState State { get; init => field = value == default ? ItemState.Published : value; } = ItemState.Published;

    /// <summary>Whether it may be inspected on a civil date: published, with a basis in force.</summary>
    public bool MayBeInspectedOn(DateOnly date) => State == ItemState.Published && HasBasisOn(date);

    /// <summary>Whether at least one basis is in force on a civil date.</summary>
    public bool HasBasisOn(DateOnly date) => Basis.Any(basis => basis.IsInForceOn(date));
}
