using Supervision.Cases;

namespace Supervision.Storage.Mapping.Cases;

internal sealed record CaseEntryJson
{
    public required int Trigger { get; init; }

    public required string On { get; init; }

    public required string Text { get; init; }

    public string? ApprovedBy { get; init; }

    public string? ApprovedOn { get; init; }

    public IReadOnlyList<string>? Persons { get; init; }

    public SanctionJson? Sanction { get; init; }

    public IReadOnlyList<string>? Benchmarks { get; init; }

    public int? Grade { get; init; }

    public int? Ground { get; init; }

    public string? Planned { get; init; }

    public decimal? Amount { get; init; }

    public InstalmentJson[]? Instalments { get; init; }

    public int? Method { get; init; }

    public int? Channel { get; init; }

    public int? Exclusion { get; init; }

    public int? Remedy { get; init; }

    public string? Reference { get; init; }

    public CaseReportJson? Report { get; init; }

    public int Marks { get; init; }

    public static CaseEntryJson Of(CaseEntry entry) => new()
    {
        Trigger = (int)entry.Trigger, On = Stored.Date(entry.On), Text = entry.Text, ApprovedBy = entry.ApprovedBy,
        ApprovedOn = Stored.Date(entry.ApprovedOn), Persons = entry.Persons,
        Sanction = entry.Sanction is { } sanction ? SanctionJson.Of(sanction) : null, Benchmarks = entry.Benchmarks,
        Grade = (int?)entry.Grade, Ground = (int?)entry.Ground, Planned = Stored.Date(entry.Planned), Amount = entry.Amount,
        Instalments = [.. entry.Instalments.Select(InstalmentJson.Of)], Method = (int?)entry.Method, Channel = (int?)entry.Channel,
        Exclusion = (int?)entry.Exclusion, Remedy = (int?)entry.Remedy, Reference = entry.Reference, Report = entry.Report is { } report ? CaseReportJson.Of(report) : null, Marks = (int)entry.Marks,
    };

    public CaseEntry ToEntry() => new((CaseTrigger)Trigger, Stored.ToDate(On))
    {
        Text = Text, ApprovedBy = ApprovedBy, ApprovedOn = Stored.ToOptionalDate(ApprovedOn), Persons = Persons ?? [],
        Sanction = Sanction?.ToSanction(), Benchmarks = Benchmarks ?? [], Grade = (PenaltyGrade?)Grade, Ground = (NoPenaltyGround?)Ground,
        Planned = Stored.ToOptionalDate(Planned), Amount = Amount, Instalments = [.. (Instalments ?? []).Select(part => part.ToInstalment())],
        Method = (ServiceMethod?)Method, Channel = (PublicityChannel?)Channel, Exclusion = (ExclusionKind?)Exclusion,
        Remedy = (RemedyKind?)Remedy, Reference = Reference, Report = Report?.ToReport(),
        Marks = (CaseMarks)Marks,
    };
}
