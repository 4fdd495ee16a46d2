using Supervision.Catalog;
using Supervision.Decisions;

namespace Supervision.Core.Tests.Catalog;

// domain.md §4: no basis, no inspection; nothing outside the national list; running work keeps its version.
public sealed class ItemLifecycleTests
{
    private static readonly DateOnly s_today = new(2026, 3, 2);

    [Fact]
    public void Apply_FromDraftToTheNextVersion_GoesByTheTable()
    {
        var item = Item();
        item = Fire(item, ItemTrigger.Submit).OrThrow();
        item = Fire(item, ItemTrigger.Publish).OrThrow();
        Assert.True(item.MayBeInspectedOn(s_today));
        item = Fire(item, ItemTrigger.Suspend, tasks: ["T-1"]).OrThrow();
        Assert.Equal((ItemState.Suspended, 1), (item.State, item.Version));
        Assert.False(item.MayBeInspectedOn(s_today));
        item = Fire(item, ItemTrigger.Republish).OrThrow();
        Assert.Equal((ItemState.Published, 2), (item.State, item.Version));
        Assert.Equal("SUP1121", Fire(item, ItemTrigger.Retire).Refusal!.Code);
    }

    [Fact]
    public void Apply_WithoutWhatAStepNeeds_IsRefused()
    {
        Assert.Equal("SUP1122", Fire(Item() with { Basis = [new LegalBasis("x", "", null, s_today)] }, ItemTrigger.Submit).Refusal!.Code);
        var review = Item() with { State = ItemState.UnderReview };
        Assert.Equal("SUP1123", Fire(review with { NationalCode = "elsewhere" }, ItemTrigger.Publish).Refusal!.Code);
        Assert.Equal("SUP1124", Fire(review with { Contents = [] }, ItemTrigger.Publish).Refusal!.Code);
        Assert.Equal("SUP1125", Fire(Item() with { State = ItemState.Published }, ItemTrigger.Suspend).Refusal!.Code);
    }

    // A main item is a heading: nothing is inspected by it, so that it maps to nothing.
    [Fact]
    public void Apply_AMainItem_NeedsNoNationalItem() =>
        Assert.True(Fire(Item() with { State = ItemState.UnderReview, ParentCode = null, NationalCode = null, Contents = [] }, ItemTrigger.Publish).IsAccepted);

    private static Outcome<SupervisionItem> Fire(SupervisionItem item, ItemTrigger trigger, string[]? tasks = null) =>
        ItemLifecycle.Apply(new ItemFacts(item, s_today, new HashSet<string>(StringComparer.Ordinal) { "N1" }, tasks), trigger);

    private static SupervisionItem Item() => new()
    {
        Code = "33070100300100", ParentCode = "33070100300000", Name = "x", Kind = ItemKind.General, OwnerAgencyId = "A", Field = "f",
        Basis = [new LegalBasis("x", "1")], NationalCode = "N1", Contents = [new ItemContent("c", "t")], State = ItemState.Draft,
    };
}
