using Supervision.Audit;
using Supervision.Coordination;
using Supervision.Decisions;
using Supervision.Matters;
using Supervision.Time;

namespace Supervision.Comparison;

/// <summary>
/// A person confirms or rejects a finding of a comparison. Likeness is a question; only this is an answer. A confirmed one can be reported to the agency that
/// looks into it, as an event with its own clock.
/// </summary>
[AllowedTo(Roles.Planner | Roles.Inspector)]
public sealed class JudgeFinding(IComparisonStore store, MatterWork matters, IUnitOfWork work, AuthorityClock clock)
{
    // As long as a matter's title may be.
    private const int LongestTitle = 200;

    /// <summary>
    /// Saves and journals the judgement. SUP3231: there is no such finding, or another agency keeps it; SUP3232: it was judged already;
    /// SUP3233: a reason is missing; SUP3234: one that is not so is reported; SUP7201: the agency is unknown; SUP7003: the finding's id is too long for an event's.
    /// </summary>
    /// <param name="findingId">Finding.</param>
    /// <param name="isSo">Whether it is so.</param>
    /// <param name="reason">What the person saw.</param>
    /// <param name="reportTo">Agency that gets it as an event: a report of an unlicensed business, else a clue. Null for none.</param>
    /// <param name="actor">Who looked.</param>
    /// <param name="cancellationToken">Gives up; nothing is kept.</param>
    public async Task<Outcome<JudgedFinding>> RunAsync(
        string findingId, bool isSo, string reason, string? reportTo, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(findingId);
        ArgumentNullException.ThrowIfNull(actor);
        if (string.IsNullOrWhiteSpace(reason))
        {
            return Refusal.Of("SUP3233", findingId);
        }

        if (await store.FindAsync(findingId, cancellationToken).ConfigureAwait(false) is not { } open)
        {
            return Refusal.Of("SUP3231", findingId);
        }

        if (open.Judgement != FindingJudgement.Open)
        {
            return Refusal.Of("SUP3232", findingId, open.Judgement.ToString(), open.JudgedBy!);
        }

        if (reportTo is not null
            && await ReportAsync(open.Finding, isSo, reason, reportTo, actor, cancellationToken).ConfigureAwait(false) is { } unreported)
        {
            return unreported;
        }

        var judged = open with
        {
            Judgement = isSo ? FindingJudgement.Confirmed : FindingJudgement.Rejected, Reason = reason, JudgedBy = actor.Id, JudgedAt = clock.Now,
        };
        await store.JudgeAsync(judged, cancellationToken).ConfigureAwait(false);
        work.Append(new JournalRecord("comparison.judged", findingId, actor, clock.Now, CanonicalJson.Of(json =>
        {
            json.WriteString("judgement", judged.Judgement.ToString());
            json.WriteString("reason", reason);
        })));
        await work.CommitAsync(cancellationToken).ConfigureAwait(false);
        return judged;
    }

    private async Task<Refusal?> ReportAsync(
        ComparisonFinding finding, bool isSo, string reason, string to, Actor actor, CancellationToken cancellationToken)
    {
        if (!isSo)
        {
            return Refusal.Of("SUP3234", finding.Id);
        }

        if ((await matters.AgenciesAsync(cancellationToken).ConfigureAwait(false)).All(agency => agency.Id != to))
        {
            return Refusal.Of("SUP7201", to);
        }

        var origin = finding.Kind == ComparisonFindingKind.Unlicensed ? EventOrigin.UnlicensedReport : EventOrigin.Clue;
        var opened = await matters.OpenAsync(
            new Matter
            {
                Id = finding.Id, Kind = MatterKind.Event, Category = origin.ToString(), AgencyId = to, OriginAgencyId = actor.AgencyId, OpenedAt = matters.Now,
                Title = reason.Length <= LongestTitle ? reason : reason[..LongestTitle], State = MatterState.Reported,
                Facts = MatterWork.FactsOf(("centre", to), ("listings", string.Join(' ', finding.Listings.Select(listing => $"{listing.Side}/{listing.Id}")))),
            },
            actor, cancellationToken).ConfigureAwait(false);
        return opened.TryGet(out _, out var refusal) ? null : refusal;
    }
}
