namespace Supervision.Cases;

/// <summary>
/// 移送: to the police when a crime is suspected, or to the department that is competent; with what that department's own case system
/// reported since. Immutable.
/// </summary>
/// <param name="ToPolice">Whether a crime is suspected 行刑衔接.</param>
/// <param name="Agency">Who takes it over.</param>
/// <param name="ProposedOn">Day on which the handlers proposed it.</param>
/// <param name="DecidedOn">Day on which the head decided.</param>
/// <param name="On">Day of the transfer.</param>
/// <param name="AnsweredOn">Day of the answer, or null.</param>
public sealed record CaseTransferRecord(bool ToPolice, string Agency, DateOnly ProposedOn, DateOnly DecidedOn, DateOnly On, DateOnly? AnsweredOn)
{
    /// <summary>Identifies this handing-over for the other system: the case's id, a dot and the number of the step.</summary>
    public string ParcelId { get; init; } = "";

    /// <summary>The case in the other department's own system; null until it was delivered there.</summary>
    public string? ForeignId { get; init; }

    /// <summary>What that system reported, in order of the reports' numbers.</summary>
    public IReadOnlyList<CaseReport> Reports { get; init; } = [];

    /// <summary>Reports that could not be taken and were passed over by later ones, in order of their numbers; each until it comes mended.</summary>
    public IReadOnlyList<ReportSetAside> SetAside { get; init; } = [];

    /// <summary>How far the case is there; null before the first report.</summary>
    public CaseStage? Stage => Reports.Count == 0 ? null : Reports[^1].Stage;

    /// <summary>Whether reports are awaited: delivered, and neither archived nor returned; or one that was set aside has still to come mended.</summary>
    public bool IsFollowed => ForeignId is not null && (SetAside.Count > 0 || !HasEnded);

    /// <summary>The report with the decision in force; null when there is none, or it was annulled.</summary>
    public CaseReport? Decision => Reports.LastOrDefault(report => report.Sanction is not null || report.IsAnnulled) is { IsAnnulled: false } last ? last : null;

    /// <summary>Whether the last report came: archived there, or returned.</summary>
    internal bool HasEnded => Reports.Count > 0 && Reports[^1].IsLast;

    /// <summary>The number of the report that comes next.</summary>
    internal int NextReport => Math.Max(Reports.Count == 0 ? 0 : Reports[^1].Number, SetAside.Count == 0 ? 0 : SetAside[^1].Number) + 1;

    /// <summary>Publications that were reported, the last word on each channel.</summary>
    public IReadOnlyList<CasePublication> Publications =>
        [.. Reports.Select(report => report.Publication).OfType<CasePublication>().GroupBy(one => one.Channel).Select(one => one.Last())];
}
