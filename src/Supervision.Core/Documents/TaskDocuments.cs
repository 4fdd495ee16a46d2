using System.Globalization;
using Supervision.Credit;
using Supervision.Decisions;
using Supervision.Inspections;
using Supervision.Registry;

namespace Supervision.Documents;

/// <summary>The facts of the documents that an inspection task gives. Pure.</summary>
public static class TaskDocuments
{
    /// <summary>Facts of the order to correct 责令限期改正通知书.</summary>
    /// <param name="file">The task with what belongs to it.</param>
    /// <exception cref="InvalidOperationException">The task has no order.</exception>
    public static DocumentFacts OrderToCorrect(TaskFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var order = file.Task.Order ?? throw new InvalidOperationException($"Task {file.Task.Id} has no order to correct.");
        var basis = string.Join("；", file.Item.Basis.Select(b => $"《{b.Law}》{b.Article}"));
        return DocumentFacts.Of([
            .. Party(file.Agency, file.Subject),
            ("inspectedOn", Date(DateOnly.FromDateTime(file.Task.RecordedAt!.Value.DateTime))),
            ("due", Date(order.DueOn)),
            ("remedy", order.Remedy),
            ("officers", string.Join("、", file.Officers.Select(officer => officer.Name))),
            ("date", Date(order.IssuedOn)),
            ("contact.name", file.ContactName),
            ("contact.phone", file.ContactPhone),
        ]).With("faults", [.. order.PointIds.Select((id, i) => (IReadOnlyDictionary<string, string>)new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["no"] = (i + 1).ToString(CultureInfo.InvariantCulture),
            ["text"] = Described(file, id),
            ["basis"] = basis,
            ["measure"] = $"{file.Checklist.Find(id)?.Text ?? id}",
        })]);
    }

    /// <summary>Facts of the on-site record 现场检查笔录.</summary>
    /// <param name="file">The task with what belongs to it.</param>
    /// <exception cref="InvalidOperationException">The task is not recorded.</exception>
    public static DocumentFacts OnSiteRecord(TaskFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var task = file.Task;
        var recorded = task.RecordedAt ?? throw new InvalidOperationException($"Task {task.Id} is not recorded.");
        var faults = task.Entries.Count(entry => entry.Answer == CheckAnswer.NonConform);
        List<(string, string)> values =
        [
            .. Party(file.Agency, file.Subject),
            ("startedAt", Instant(task.PresentedAt ?? recorded)),
            ("endedAt", Instant(recorded)),
            ("place", file.Subject.Address.Length > 0 ? file.Subject.Address : "（未登记）"),
            ("scan", task.Entry is { } scan ? $"{Instant(scan.At)}，设备 {scan.Device}" : "（未登记）"),
            ("item", $"{file.Item.Name}（{file.Item.Code}）"),
            ("officers", string.Join("、", file.Officers.Select(officer => $"{officer.Name}（{officer.CertificateNumber}）"))),
            ("conclusion", faults == 0 ? "未发现问题。" : string.Create(CultureInfo.InvariantCulture, $"共检查{task.Entries.Count}项，其中{faults}项不符合。")),
            ("recordHash", task.RecordHash!),
            ("date", Date(DateOnly.FromDateTime(recorded.DateTime))),
        ];
        if (task.Signature is { RefusalReason: { } reason, Witness: { } witness })
        {
            values.AddRange([("refusal", reason), ("witness", witness)]);
        }

        return DocumentFacts.Of(values).With("answers", [.. task.Entries.Select(entry =>
            (IReadOnlyDictionary<string, string>)new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["no"] = entry.PointId,
                ["text"] = file.Checklist.Find(entry.PointId)?.Text ?? entry.PointId,
                ["answer"] = entry.Answer switch
                {
                    CheckAnswer.Conform => "符合",
                    CheckAnswer.NonConform => entry.CorrectedOnSpot ? "不符合（当场改正）" : "不符合",
                    _ => "不适用",
                },
                ["note"] = entry.Evidence.Count == 0 ? entry.Note
                    : $"{entry.Note}（证据 {string.Join("、", entry.Evidence.Select(evidence => evidence.Sha256[..12]))}）",
            })]);
    }

    /// <summary>Facts of the point notice 记分告知单.</summary>
    /// <param name="file">The task with what belongs to it.</param>
    /// <param name="notice">The notice that was served for it.</param>
    /// <param name="credit">The subject's credit on the day of the notice: what each fault cost, and the points in all.</param>
    /// <param name="terms">What tasks of self-governance give back.</param>
    public static DocumentFacts PointNotice(TaskFile file, CreditEvent notice, CreditDecision credit, CreditTerms terms)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(notice);
        ArgumentNullException.ThrowIfNull(credit);
        ArgumentNullException.ThrowIfNull(terms);
        var posted = credit.Lines.Where(line => line.Kind == LedgerLineKind.Posted && line.Cause == notice.Id).ToList();
        return DocumentFacts.Of([
            .. Party(file.Agency, file.Subject),
            ("inspectedOn", Date(DateOnly.FromDateTime(file.Task.RecordedAt!.Value.DateTime))),
            ("points", Invariant.Text(posted.Sum(line => line.Points))),
            ("balance", Invariant.Text(credit.Points)),
            ("repair", Repair(terms)),
            ("officers", string.Join("、", file.Officers.Select(officer => officer.Name))),
            ("date", Date(notice.OccurredOn)),
            ("contact.name", file.ContactName),
            ("contact.phone", file.ContactPhone),
        ]).With("faults", [.. notice.Faults.Select((fault, i) => (IReadOnlyDictionary<string, string>)new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["no"] = (i + 1).ToString(CultureInfo.InvariantCulture),
            ["text"] = file.Checklist.Points.FirstOrDefault(point => point.ContentCode == fault.Code) is { } point ? Described(file, point.Id) : fault.Code,
            ["severity"] = Word(fault.Severity),
            ["points"] = i < posted.Count ? Invariant.Text(posted[i].Points) : "",
        })]);
    }

    private static string Repair(CreditTerms terms) => terms.Repairs.Count == 0 ? "记分可以依规定申请修复。"
        : $"记分可以通过主体自治修复：{string.Join("、", terms.Repairs.OrderBy(one => one.Key).Select(one => $"{Word(one.Key)}恢复{Invariant.Text(one.Value.Points)}分"))}。";

    private static string Word(SelfGovernanceKind kind) => kind switch
    {
        SelfGovernanceKind.SelfCheck => "自查",
        SelfGovernanceKind.SelfReport => "自报",
        SelfGovernanceKind.Study => "学习",
        _ => "考试",
    };

    private static string Word(OffenceSeverity severity) => severity switch
    {
        OffenceSeverity.Slight => "轻微",
        OffenceSeverity.Ordinary => "一般",
        OffenceSeverity.Heavier => "较重",
        _ => "严重",
    };

    /// <summary>A civil date as printed: 2026年3月10日.</summary>
    public static string Date(DateOnly date) => string.Create(CultureInfo.InvariantCulture, $"{date.Year}年{date.Month}月{date.Day}日");

    private static string Instant(DateTimeOffset at) => string.Create(
        CultureInfo.InvariantCulture, $"{at.Year}年{at.Month}月{at.Day}日{at.Hour:00}时{at.Minute:00}分");

    private static string Described(TaskFile file, string pointId)
    {
        var note = file.Task.Entries.FirstOrDefault(entry => entry.PointId == pointId)?.Note ?? "";
        return note.Length > 0 ? note : $"“{file.Checklist.Find(pointId)?.Text ?? pointId}”不符合。";
    }

    /// <summary>Who issues a document, and to whom.</summary>
    internal static IEnumerable<(string, string)> Party(Agency agency, Subject subject)
    {
        yield return ("agency", agency.Name);
        yield return ("party.name", subject.Name);
        yield return ("party.id", subject.Uscc?.Value ?? subject.Id);
        if (subject.Kind == SubjectKind.NaturalPerson)
        {
            yield return ("party.isPerson", "是");
        }

        if (subject.Address.Length > 0)
        {
            yield return ("party.address", subject.Address);
        }
    }
}
