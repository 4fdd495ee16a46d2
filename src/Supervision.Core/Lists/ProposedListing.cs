using Supervision.Decisions;
using Supervision.Matters;

namespace Supervision.Lists;

/// <summary>Makes the matter of a proposal. Pure.</summary>
internal static class ProposedListing
{
    /// <summary>The proposal, with the last day to plead where the list has one.</summary>
    public static Matter Of(ListingProposal proposal, ListGround ground, MatterClocks clocks, DateTimeOffset at, string? parentId = null)
    {
        var facts = MatterWork.FactsOf(
            ("ground", ground.Id), ("reasons", proposal.Reasons), ("law", ground.Basis.Law), ("article", ground.Basis.Article));
        if (proposal.Reference is { } reference)
        {
            facts["reference"] = reference;
        }

        if (proposal.Letters.Count > 0)
        {
            facts["letters"] = string.Join(", ", proposal.Letters.Select(Invariant.Text));
        }

        var today = clocks.DateOf(at);
        if (clocks.Policy.Period($"List.{proposal.Kind}.plea", today) is not null)
        {
            facts["pleaBy"] = Invariant.Text(clocks.LastDay($"List.{proposal.Kind}.plea", today).Last);
        }

        return new Matter
        {
            Id = proposal.Id, Kind = MatterKind.ListEntry, Category = proposal.Kind.ToString(), Title = ground.Text, ParentId = parentId,
            AgencyId = proposal.AgencyId, OriginAgencyId = proposal.AgencyId, SubjectId = proposal.SubjectId, OpenedAt = at, State = MatterState.Proposed,
            Facts = facts,
        };
    }
}
