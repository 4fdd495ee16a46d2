using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Supervision.Audit;
using Supervision.Credit;
using Supervision.Decisions;
using Supervision.Inspections;
using Supervision.Matters;
using Supervision.Time;

namespace Supervision.Notices;

/// <summary>
/// Turns scored findings into point notices 记分告知单: one for each inspection, each finding scored once. Each notice is a matter, to which the
/// subject can object.
/// </summary>
[AllowedTo(Roles.CreditClerk, IsShared = true)]
public sealed class ServePointNotices(
    ITaskStore tasks, ICreditEventStore credit, MatterWork matters, IUnitOfWork work, AuthorityClock clock)
{
    private readonly CreditRecording _recording = new(credit, work, clock);

    /// <summary>Serves a notice for every finding that none names yet; gives the notices in order of their sequence.</summary>
    public async Task<IReadOnlyList<CreditEvent>> RunAsync(Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var findings = await tasks.ListUnnoticedAsync(cancellationToken).ConfigureAwait(false);
        var served = new List<CreditEvent>();
        foreach (var visit in findings.GroupBy(finding => finding.TaskId, StringComparer.Ordinal))
        {
            var first = visit.First();
            served.Add(new CreditEvent(
                $"N-{first.TaskId}", first.SubjectId, CreditEventKind.PointNoticeServed, first.FoundOn, 0,
                [.. visit.Select(finding => new CreditFault(finding.ContentCode, SeverityOf(finding)))]));
            await OpenAsync(served[^1], first.TaskId, actor, cancellationToken).ConfigureAwait(false);
        }

        var notices = await _recording.AddAsync("points.noticed", served, actor, WriteFaults, cancellationToken).ConfigureAwait(false);
        await tasks.MarkNoticedAsync([.. findings.Select(finding => finding.Id)], cancellationToken).ConfigureAwait(false);
        await work.CommitAsync(cancellationToken).ConfigureAwait(false);
        return notices;
    }

    private static void WriteFaults(Utf8JsonWriter json, CreditEvent notice)
    {
        json.WriteStartArray("faults");
        foreach (var fault in notice.Faults)
        {
            json.WriteStringValue($"{fault.Code} {fault.Severity}");
        }

        json.WriteEndArray();
    }

    // Whoever inspected decides an objection; a task beyond the clerk's reach leaves it with the clerk's agency.
    private async Task OpenAsync(CreditEvent notice, string taskId, Actor actor, CancellationToken cancellationToken)
    {
        var agency = (await tasks.FindAsync(taskId, cancellationToken).ConfigureAwait(false))?.AgencyId ?? actor.AgencyId;
        (await matters.OpenAsync(
            new Matter
            {
                Id = MatterIdOf(notice.Id), Kind = MatterKind.PointNotice, Category = "inspection", Title = notice.Id, AgencyId = agency, OriginAgencyId = agency,
                SubjectId = notice.SubjectId, OpenedAt = matters.Now, State = MatterState.Notified,
                Facts = new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["notice"] = notice.Id, ["task"] = taskId, ["on"] = Invariant.Text(notice.OccurredOn),
                    ["faults"] = string.Join(", ", notice.Faults.Select(fault => $"{fault.Code} {fault.Severity}")),
                },
            },
            actor, cancellationToken).ConfigureAwait(false)).OrThrow();
    }

    /// <summary>The id of a notice's matter: the notice's own, or a hash where that is longer than a matter's id may be.</summary>
    public static string MatterIdOf(string noticeId)
    {
        ArgumentNullException.ThrowIfNull(noticeId);
        return noticeId.Length <= MatterWork.LongestId
            ? noticeId
            : $"N-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(noticeId)))[..32]}";
    }

    private static OffenceSeverity SeverityOf(Finding finding) =>
        Enum.TryParse<OffenceSeverity>(finding.Severity, ignoreCase: true, out var severity)
            ? severity
            : throw new InvalidOperationException(
                $"SUP3001: finding {finding.Id} has the severity '{finding.Severity}', which is none of slight, ordinary, heavier, serious.");
}
