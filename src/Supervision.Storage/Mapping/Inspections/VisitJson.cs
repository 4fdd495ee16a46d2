using Supervision.Inspections;

namespace Supervision.Storage.Mapping.Inspections;

/// <summary>What a task gathered on site and after, beside its answers.</summary>
internal sealed record VisitJson
{
    public EntryScanJson? Entry { get; init; }

    public string[]? Present { get; init; }

    public DateTimeOffset? PresentedAt { get; init; }

    public OfficerSignatureJson[]? Signed { get; init; }

    public int? CheckType { get; init; }

    public string? ResultCodes { get; init; }

    public OrderJson? Order { get; init; }

    public DateOnly? ReportedOn { get; init; }

    public DateOnly? RecheckBy { get; init; }

    public RecheckJson? Recheck { get; init; }

    public ClueJson? Clue { get; init; }

    public string? EscalatedTo { get; init; }

    public DateOnly? DueFrom { get; init; }

    /// <summary>Null for a task on which nothing of it has happened yet.</summary>
    public static VisitJson? Of(InspectionTask task)
    {
        var visit = new VisitJson
        {
            Entry = task.Entry is { } scan ? new EntryScanJson(scan.SubjectCode, scan.At, scan.Device) : null,
            Present = task.PresentOfficerIds.Count == 0 ? null : [.. task.PresentOfficerIds],
            PresentedAt = task.PresentedAt,
            Signed = task.OfficerSignatures.Count == 0
                ? null
                : [.. task.OfficerSignatures.Select(s => new OfficerSignatureJson(s.OfficerId, s.RecordHash, s.SignedAt))],
            CheckType = (int?)task.CheckType,
            ResultCodes = task.ResultCodes,
            Order = task.Order is { } order ? new OrderJson([.. order.PointIds], order.DueOn, order.Remedy, order.IssuedOn) : null,
            ReportedOn = task.CorrectionReportedOn,
            RecheckBy = task.RecheckBy,
            Recheck = task.Recheck is { } again ? new RecheckJson([.. again.OfficerIds], [.. again.Entries.Select(EntryJson.Of)], again.At) : null,
            Clue = task.Clue is { } clue ? new ClueJson([.. clue.PointIds], clue.Facts, clue.DecideBy, clue.ReportedOn) : null,
            EscalatedTo = task.EscalatedTo,
            DueFrom = task.DueFrom,
        };
        return visit == new VisitJson() ? null : visit;
    }

    public InspectionTask AddTo(InspectionTask task) => task with
    {
        Entry = Entry is { } scan ? new EntryScan(scan.Subject, scan.At, scan.Device) : null,
        PresentOfficerIds = Present ?? [],
        PresentedAt = PresentedAt,
        OfficerSignatures = [.. (Signed ?? []).Select(s => new OfficerSignature(s.Officer, s.Hash, s.At))],
        CheckType = (CheckType?)CheckType,
        ResultCodes = ResultCodes,
        Order = Order is { } order ? new RectificationOrder(order.Points, order.DueOn, order.Remedy, order.IssuedOn) : null,
        CorrectionReportedOn = ReportedOn,
        RecheckBy = RecheckBy,
        Recheck = Recheck is { } again ? new Recheck(again.Officers, [.. again.Entries.Select(entry => entry.ToEntry())], again.At) : null,
        Clue = Clue is { } clue ? new ReportedClue(clue.Points, clue.Facts, clue.DecideBy) { ReportedOn = clue.ReportedOn } : null,
        EscalatedTo = EscalatedTo,
        DueFrom = DueFrom,
    };

    internal sealed record EntryScanJson(string Subject, DateTimeOffset At, string Device);

    internal sealed record OfficerSignatureJson(string Officer, string Hash, DateTimeOffset At);

    internal sealed record OrderJson(string[] Points, DateOnly DueOn, string Remedy, DateOnly IssuedOn);

    internal sealed record RecheckJson(string[] Officers, EntryJson[] Entries, DateTimeOffset At);

    internal sealed record ClueJson(string[] Points, string Facts, DateOnly DecideBy, DateOnly? ReportedOn);
}
