using Supervision.Decisions;
using Supervision.Lifecycles;

namespace Supervision.Catalog;

/// <summary>The life-cycle of an item of the catalogue as one table.</summary>
internal static class ItemLifecycle
{
    private static readonly LegalBasis s_list = new("国办发〔2015〕58号", "", new DateOnly(2015, 7, 29));
    private static readonly LegalBasis s_catalogue = new("浙江省综合行政执法条例", "第六条", new DateOnly(2022, 1, 1));

    /// <summary>The table. SUP1121: the state has no such step.</summary>
    public static Lifecycle<ItemState, ItemTrigger, ItemFacts> Table { get; } = new("SUP1121")
    {
        { ItemState.Draft, ItemTrigger.Submit, ItemState.UnderReview, s_list, BasisInForce },
        { ItemState.UnderReview, ItemTrigger.Return, ItemState.Draft, null },
        { ItemState.UnderReview, ItemTrigger.Publish, ItemState.Published, s_catalogue, BasisInForce, MappedToTheNationalCatalogue, HasContent },
        { ItemState.Published, ItemTrigger.Suspend, ItemState.Suspended, s_catalogue, TasksListed },
        { ItemState.Suspended, ItemTrigger.Republish, ItemState.Published, s_list, BasisInForce, MappedToTheNationalCatalogue, HasContent },
        { ItemState.Suspended, ItemTrigger.Retire, ItemState.Retired, null },
    };

    /// <summary>
    /// The item after a step, or the refusal: SUP1121–1125. A republished one has the next version; a suspended one keeps its own, which
    /// running work has pinned.
    /// </summary>
    public static Outcome<SupervisionItem> Apply(ItemFacts facts, ItemTrigger trigger)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return Table.Fire(facts.Item.State, trigger, facts).TryGet(out var step, out var refusal)
            ? facts.Item with { State = step.To, Version = facts.Item.Version + (trigger == ItemTrigger.Republish ? 1 : 0) }
            : refusal;
    }

    /// <summary>Why an item cannot stand in the catalogue as published, or null: SUP1122 to SUP1124.</summary>
    internal static Refusal? RefusePublished(SupervisionItem item, DateOnly today, IReadOnlySet<string> nationalCodes) =>
        Table.Fire(ItemState.UnderReview, ItemTrigger.Publish, new ItemFacts(item, today, nationalCodes, null)).Refusal;

    /// <summary>SUP1123 when the item maps to none of the codes; a main item is a heading, nothing is inspected by it.</summary>
    internal static Refusal? RefuseUnmapped(SupervisionItem item, IReadOnlySet<string> nationalCodes) =>
        item.ParentCode is null || (item.NationalCode is { } code && nationalCodes.Contains(code))
            ? null
            : Refusal.Of("SUP1123", item.Code, item.NationalCode ?? "-").On(s_catalogue);

    private static Guard<ItemFacts> BasisInForce => new("a basis is in force", facts =>
        facts.Item.HasBasisOn(facts.Today) ? null : Refusal.Of("SUP1122", facts.Item.Code, Invariant.Text(facts.Today)).On(s_list));

    // "One list": each item maps to a national one, and nothing outside it is inspected.
    private static Guard<ItemFacts> MappedToTheNationalCatalogue => new("a sub-item is mapped to an item of the national catalogue", facts =>
        RefuseUnmapped(facts.Item, facts.NationalCodes));

    private static Guard<ItemFacts> HasContent => new("a sub-item has at least one content line", facts =>
        facts.Item.ParentCode is null || facts.Item.Contents.Count > 0 ? null : Refusal.Of("SUP1124", facts.Item.Code));

    private static Guard<ItemFacts> TasksListed => new("the affected open tasks are listed", facts =>
        facts.AffectedTasks is null ? Refusal.Of("SUP1125", facts.Item.Code) : null);
}
