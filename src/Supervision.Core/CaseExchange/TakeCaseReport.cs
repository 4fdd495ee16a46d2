using System.Globalization;
using Supervision.Audit;
using Supervision.Cases;
using Supervision.Decisions;
using Supervision.Time;

namespace Supervision.CaseExchange;

/// <summary>
/// Takes one report of another department's own case system into the case, whether that system pushed it or <see cref="FollowCases"/> read
/// it. A report that comes again has no further effect.
/// </summary>
[AllowedTo(Roles.CaseOfficer | Roles.Head)]
public sealed class TakeCaseReport(ICaseStore cases, AdvanceCase advance, IUnitOfWork work, AuthorityClock clock)
{
    /// <summary>
    /// Saves and journals the report as a step of the case. SUP2300: it is of no case; SUP2229: another report came under this number;
    /// SUP2301, SUP2222 to SUP2225, SUP2371, SUP2376: it does not fit the case, see <see cref="CaseLifecycle"/>.
    /// </summary>
    public async Task<Outcome<PenaltyCase>> RunAsync(CaseReport report, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(actor);
        if (CaseParcel.CaseIdOf(report.ParcelId) is not { } caseId
            || await cases.FindAsync(caseId, cancellationToken).ConfigureAwait(false) is not { } found)
        {
            return Refusal.Of("SUP2300", report.ParcelId);
        }

        if (found.Transfer is { } transfer && transfer.ParcelId == report.ParcelId
            && transfer.Reports.FirstOrDefault(known => known.Number == report.Number) is { } known)
        {
            return known == report ? found : Refusal.Of("SUP2229", caseId, Invariant.Text(report.Number));
        }

        var entry = new CaseEntry(CaseTrigger.RecordReport, clock.Today) { Reference = report.DocumentNumber, Report = report };
        if (!(await advance.PrepareAsync(caseId, entry, actor, cancellationToken).ConfigureAwait(false)).TryGet(out var after, out var refusal))
        {
            return refusal;
        }

        await advance.SaveAsync(after, actor, cancellationToken).ConfigureAwait(false);
        await work.CommitAsync(cancellationToken).ConfigureAwait(false);
        return after;
    }

    /// <summary>Keeps in the case that its next report could not be taken, and why, so that the one after it can be. Null when that is kept.</summary>
    internal async Task<Refusal?> SetAsideAsync(string caseId, int number, Refusal why, Actor actor, CancellationToken cancellationToken)
    {
        var entry = new CaseEntry(CaseTrigger.SetReportAside, clock.Today) { Reference = Invariant.Text(number), Text = why.In(CultureInfo.InvariantCulture) };
        return (await advance.RunAsync(caseId, entry, actor, cancellationToken).ConfigureAwait(false)).Refusal;
    }
}
