using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Matters;

namespace Supervision.Lists;

/// <summary>The lists that subjects are on, whichever agency put them there. One per scope.</summary>
public sealed class SubjectLists(IMatterStore store, MatterClocks clocks, ListPolicy policy)
{
    /// <summary>All entries of a subject, past ones too, by id. What is only proposed is none.</summary>
    public async Task<IReadOnlyList<ListEntry>> OfAsync(string subjectId, CancellationToken cancellationToken) =>
        [.. (await store.ListOfSubjectAsync(subjectId, MatterKind.ListEntry, cancellationToken).ConfigureAwait(false))
            .Where(matter => matter.Fact("from") is not null).Select(matter => ListEntry.Of(matter, clocks))];

    /// <summary>SUP3162: a list that the subject is on bars it from having points given back. Null when none does.</summary>
    internal async Task<Refusal?> RefuseRepairAsync(string subjectId, DateOnly date, CancellationToken cancellationToken)
    {
        foreach (var entry in (await OfAsync(subjectId, cancellationToken).ConfigureAwait(false)).Where(entry => entry.HoldsOn(date)))
        {
            if (policy.RepairBarOn(entry.Kind, date) is { } basis)
            {
                return Refusal.Of("SUP3162", subjectId, entry.Kind.ToString(), entry.Id).On(basis);
            }
        }

        return null;
    }

    /// <summary>
    /// Proposes that the subject of a matter be put on a list for a ground, from the matter's last step on, inside the unit of work of a use case, which
    /// commits; null where the list has no such ground on that day.
    /// </summary>
    internal async Task<Outcome<Matter>?> ProposeAsync(
        MatterWork matters, Matter cause, ListKind kind, string ground, string reasons, Actor actor, CancellationToken cancellationToken)
    {
        if (!policy.Ground(kind, ground, clocks.DateOf(cause.LastAt)).TryGet(out var found, out _))
        {
            return null;
        }

        var proposal = new ListingProposal(
            $"{cause.Id}.{Invariant.Text((int)kind)}", kind, ground, cause.SubjectId!, cause.AgencyId, reasons, cause.Id, []);
        return await matters.OpenAsync(ProposedListing.Of(proposal, found, clocks, cause.LastAt, cause.Id), actor, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Puts the subject of a matter on a list from the matter's last step on, inside the unit of work of a use case, which commits.</summary>
    /// <param name="matters">Matters of the use case.</param>
    /// <param name="cause">The matter that leads to it; the entry is a part of it.</param>
    /// <param name="kind">Which list.</param>
    /// <param name="title">What it is, in a line.</param>
    /// <param name="until">Last day, or null.</param>
    /// <param name="basis">The provision.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    internal async Task<Outcome<Matter>> EnterAsync(
        MatterWork matters, Matter cause, ListKind kind, string title, DateOnly? until, LegalBasis basis, Actor actor, CancellationToken cancellationToken)
    {
        var facts = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["from"] = Invariant.Text(clocks.DateOf(cause.LastAt)), ["law"] = basis.Law, ["article"] = basis.Article,
        };
        if (until is { } last)
        {
            facts["until"] = Invariant.Text(last);
        }

        if (kind == ListKind.CommitmentBlacklist)
        {
            facts["item"] = cause.Category;
        }

        return await matters.OpenAsync(
            new Matter
            {
                Id = $"{cause.Id}.{Invariant.Text((int)kind)}", Kind = MatterKind.ListEntry, Category = kind.ToString(), Title = title, ParentId = cause.Id,
                AgencyId = cause.AgencyId, OriginAgencyId = cause.OriginAgencyId, SubjectId = cause.SubjectId, OpenedAt = cause.LastAt,
                State = MatterState.InForce, Facts = facts,
            },
            actor, cancellationToken).ConfigureAwait(false);
    }
}
