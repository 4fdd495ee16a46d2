using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Inspections;
using Supervision.Time;

namespace Supervision.Credit;

/// <summary>Turns scored findings into point notices 记分告知单: one for each inspection, each finding scored once.</summary>
[AllowedTo(Roles.CreditClerk, IsShared = true)]
public sealed class ServePointNotices(
    ITaskStore tasks, ICreditEventStore credit, IUnitOfWork work, AuthorityClock clock)
{
    /// <summary>Serves a notice for every finding that none names yet; gives the notices in order of their sequence.</summary>
    public async Task<IReadOnlyList<CreditEvent>> RunAsync(Actor actor, CancellationToken cancellationToken)
    {
        var findings = await tasks.ListUnnoticedAsync(cancellationToken).ConfigureAwait(false);
        var sequence = await credit.LastSequenceAsync(cancellationToken).ConfigureAwait(false);
        var notices = new List<CreditEvent>();
        foreach (var visit in findings.GroupBy(finding => finding.TaskId, StringComparer.Ordinal))
        {
            var first = visit.First();
            notices.Add(new CreditEvent(
                $"N-{first.TaskId}", first.SubjectId, CreditEventKind.PointNoticeServed, first.FoundOn, ++sequence,
                [.. visit.Select(finding => new CreditFault(finding.ContentCode, SeverityOf(finding)))]));
        }

        await credit.AddAsync(notices, cancellationToken).ConfigureAwait(false);
        await tasks.MarkNoticedAsync([.. findings.Select(finding => finding.Id)], cancellationToken).ConfigureAwait(false);
        foreach (var notice in notices)
        {
            work.Append(new JournalRecord("points.noticed", notice.Id, actor, clock.Now, CanonicalJson.Of(json =>
            {
                json.WriteString("subject", notice.SubjectId);
                json.WriteString("on", Invariant.Text(notice.OccurredOn));
                json.WriteStartArray("faults");
                foreach (var fault in notice.Faults)
                {
                    json.WriteStringValue($"{fault.Code} {fault.Severity}");
                }

                json.WriteEndArray();
            })));
        }

        await work.CommitAsync(cancellationToken).ConfigureAwait(false);
        return notices;
    }

    private static OffenceSeverity SeverityOf(Finding finding) =>
        Enum.TryParse<OffenceSeverity>(finding.Severity, ignoreCase: true, out var severity)
            ? severity
            : throw new InvalidOperationException(
                $"SUP3001: finding {finding.Id} has the severity '{finding.Severity}', which is none of slight, ordinary, heavier, serious.");
}
