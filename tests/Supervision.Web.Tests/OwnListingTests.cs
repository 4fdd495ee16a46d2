using Supervision.Lists;
using Supervision.Matters;
using Supervision.Web.Pages.Mine;

namespace Supervision.Web.Tests;

/// <summary>What a subject is offered about an entry of a list, and what it is told instead.</summary>
public sealed class OwnListingTests
{
    private static readonly DateOnly s_today = new(2026, 6, 1);

    // Each row: list, what is known of the entry, and the text that stands in place of the request; null where it may be made.
    [Theory]
    [InlineData(ListKind.AbnormalOperation, "", null)]
    [InlineData(ListKind.SeriousViolation, "liftFrom=2026-06-02", "mine.list.from")]
    [InlineData(ListKind.SeriousViolation, "liftFrom=2026-06-01", null)]
    [InlineData(ListKind.SeriousViolation, "until=2026-05-31", "mine.list.over")]
    [InlineData(ListKind.SeriousViolation, "until=2026-06-01", null)]
    [InlineData(ListKind.AddressCommitmentBan, "until=2027-01-31", "mine.list.byitself")]
    [InlineData(ListKind.JointMeasure, "parent=S-1", "mine.list.follows")]
    [InlineData(ListKind.JointMeasure, "case=pan-1", "mine.list.bycase")]
    [InlineData(ListKind.JointMeasure, "", null)]
    [InlineData(ListKind.LeaveInPeace, "", "mine.list.peace")]
    public void ARequest_IsOfferedOrExplained(ListKind kind, string facts, string? bar)
    {
        var listing = Of(kind, MatterState.InForce, facts);
        Assert.Equal((bar is null, bar), (listing.MayAsk, listing.Bar?.Key));
        Assert.False(listing.MayPlead);
    }

    [Theory]
    [InlineData(MatterState.Proposed, true, false)]
    [InlineData(MatterState.Declined, false, true)]
    [InlineData(MatterState.RemovalRequested, false, false)]
    [InlineData(MatterState.Lifted, false, true)]
    [InlineData(MatterState.Annulled, false, true)]
    public void APlea_BelongsToAProposal(MatterState state, bool mayPlead, bool isOver)
    {
        var listing = Of(ListKind.WageArrears, state, "");
        Assert.Equal((mayPlead, isOver, false), (listing.MayPlead, listing.IsOver, listing.MayAsk));
    }

    private static OwnListing Of(ListKind kind, MatterState state, string facts)
    {
        var given = facts.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(fact => fact.Split('=')).ToDictionary(fact => fact[0], fact => fact[1], StringComparer.Ordinal);
        var entry = new Matter
        {
            Id = "L-1", Kind = MatterKind.ListEntry, Category = kind.ToString(), Title = "t", AgencyId = "a", OriginAgencyId = "a", SubjectId = "s", State = state,
            ParentId = given.GetValueOrDefault("parent"), OpenedAt = DateTimeOffset.UnixEpoch, Facts = given,
        };
        return new OwnListing(entry, s_today);
    }
}
