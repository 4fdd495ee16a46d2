namespace Supervision.Cases;

/// <summary>
/// 进度回告: what a department that runs its own case system reports of a case that was handed over to it. One report, one event; its
/// decision and its publication come as reports too. Compared by value. Immutable.
/// </summary>
/// <param name="ParcelId">The handing-over that it answers, see <see cref="CaseTransferRecord.ParcelId"/>.</param>
/// <param name="Number">Counts the reports on it, from 1 without gaps.</param>
/// <param name="ForeignId">The case in that system, 1 to 64 characters; the same in all reports.</param>
/// <param name="Stage">How far it is.</param>
/// <param name="State">The state in that department's own words, 1 to 200 characters.</param>
/// <param name="On">Civil day of the event there, not after the day on which the report is taken.</param>
public sealed record CaseReport(string ParcelId, int Number, string ForeignId, CaseStage Stage, string State, DateOnly On)
{
    /// <summary>Reasons, such as those of a return; at most 4,000 characters.</summary>
    public string Text { get; init; } = "";

    /// <summary>What was decided, or to what the decision was changed; null when this is no decision.</summary>
    public Sanction? Sanction { get; init; }

    /// <summary>文书号 of the decision; null when this is no decision.</summary>
    public string? DocumentNumber { get; init; }

    /// <summary>Whether the decision was annulled.</summary>
    public bool IsAnnulled { get; init; }

    /// <summary>A publication of the decision, begun or withdrawn; null when this is none.</summary>
    public CasePublication? Publication { get; init; }

    /// <summary>Whether no report follows: archived there, or returned.</summary>
    public bool IsLast => Stage is CaseStage.Archived or CaseStage.Returned;
}
