using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Matters;
using Supervision.Registry;

namespace Supervision.Coordination;

/// <summary>Takes in an event: a complaint, a tip-off, a clue, a grid event, a request to assist, a failure to assist.</summary>
[AllowedTo(Roles.Planner | Roles.Inspector | Roles.CaseOfficer | Roles.Head)]
public sealed class ReportEvent(MatterWork matters, ISubjectStore subjects, CurrentActor current)
{
    /// <summary>
    /// Saves and journals it. SUP1222: no such subject; SUP7201: an agency is unknown; SUP7202: a failure to assist names no request that was
    /// sent back or is overdue; SUP7003, SUP7004, SUP7006: id, time, title; SUP9302: the actor reports for another agency.
    /// </summary>
    public async Task<Outcome<Matter>> RunAsync(EventReport report, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(actor);
        if (current.RefuseAgency(report.FromAgencyId) is { } foreign)
        {
            return foreign;
        }

        if (report.SubjectId is { } subject && await subjects.FindAsync(subject, cancellationToken).ConfigureAwait(false) is null)
        {
            return Refusal.Of("SUP1222", subject);
        }

        var agencies = await matters.AgenciesAsync(cancellationToken).ConfigureAwait(false);
        foreach (var id in (string[])[report.FromAgencyId, report.CentreAgencyId])
        {
            if (agencies.All(agency => agency.Id != id))
            {
                return Refusal.Of("SUP7201", id);
            }
        }

        if (report.Origin == EventOrigin.AssistFailure && !await FailedAsync(report.ParentId, cancellationToken).ConfigureAwait(false))
        {
            return Refusal.Of("SUP7202", report.ParentId ?? "").On(new LegalBasis("浙江省综合行政执法条例", "第三十六条"));
        }

        var facts = new Dictionary<string, string>(StringComparer.Ordinal) { ["centre"] = report.CentreAgencyId };
        if (report.IsRealName)
        {
            facts["realName"] = "true";
        }

        var outcome = await matters.OpenAsync(
            new Matter
            {
                Id = report.Id, Kind = MatterKind.Event, Category = report.Origin.ToString(), Title = report.Title,
                AgencyId = report.CentreAgencyId, OriginAgencyId = report.FromAgencyId, SubjectId = report.SubjectId,
                ParentId = report.ParentId, OpenedAt = report.At, State = MatterState.Reported, Facts = facts,
            },
            actor, cancellationToken).ConfigureAwait(false);
        return await matters.CommitAsync(outcome, cancellationToken).ConfigureAwait(false);
    }

    private async Task<bool> FailedAsync(string? requestId, CancellationToken cancellationToken) =>
        requestId is not null
        && await matters.Store.FindAsync(requestId, cancellationToken).ConfigureAwait(false) is { Category: nameof(EventOrigin.AssistRequest) } request
        && (request.IsOverdueAt(matters.Now) || request.Escalations.Any()
            || request.Last(MatterTrigger.Return) is not null || request.Last(MatterTrigger.Decline) is not null);
}
