using Supervision.Decisions;

namespace Supervision.DecisionSupport;

/// <summary>
/// Whether the risk class tells where problems are found, and whether something else does: the officer who looks, the station, the season.
/// Each is tested among inspections that are alike in the others (strata, after Mantel and Haenszel). Only drawn subjects count: where a
/// complaint led is no test of a class.
/// </summary>
/// <remarks>Not thread-safe. Holds counts; equal input gives equal reports.</remarks>
public sealed class RiskEvaluation
{
    private readonly GroupTally _class = new();
    private readonly GroupTally _adjusted = new();
    private readonly GroupTally _officer = new();
    private readonly GroupTally _station = new();
    private readonly GroupTally _season = new();
    private long _visits;

    /// <summary>Adds an inspection; one that no draw chose is passed over.</summary>
    public void Add(AuditedVisit visit)
    {
        ArgumentNullException.ThrowIfNull(visit);
        if (visit.RiskClass is not { } riskClass)
        {
            return;
        }

        _visits++;
        var (item, station, officer, season) = (visit.ItemCode, visit.AgencyId, $"{visit.AgencyId}/{visit.Lead}", SeasonOf(visit.On));
        _class.Add(item, riskClass, visit.HasFinding);
        _adjusted.Add($"{item}|{officer}|{season}", riskClass, visit.HasFinding);
        _officer.Add($"{item}|{station}|{season}|{riskClass}", officer, visit.HasFinding);
        _station.Add($"{item}|{season}|{riskClass}", station, visit.HasFinding);
        _season.Add($"{item}|{officer}|{riskClass}", season, visit.HasFinding);
    }

    /// <summary>The result so far; the strata that it closes are not opened again.</summary>
    public RiskEvaluationReport Report()
    {
        return new RiskEvaluationReport(
            _visits,
            Test(_class, FairnessTestKind.RiskClass),
            Test(_adjusted, FairnessTestKind.RiskClassAdjusted),
            [Test(_officer, FairnessTestKind.Officer), Test(_station, FairnessTestKind.Station), Test(_season, FairnessTestKind.Season)]);
    }

    private static FairnessTest Test(GroupTally tally, FairnessTestKind kind)
    {
        tally.EndDraw();
        return tally.Test(kind, "");
    }

    private static string SeasonOf(DateOnly day) => $"Q{Invariant.Text(((day.Month - 1) / 3) + 1)}";
}
