using Supervision.Rules.Packs;

namespace Supervision.Rules.Decisions;

/// <summary>A region of cases in which a table has no row, by one case of it. Immutable.</summary>
/// <param name="Table">The decision.</param>
/// <param name="Case">One case: the inputs that matter, in words; empty when the table is too large to be searched whole.</param>
public sealed record TableGap(string Table, string Case)
{
    private const int Most = 20;

    /// <summary>
    /// The gaps of all tables of a pack, exact on the declared domains, at most 20 of a table. A pack is lawful with them: such a
    /// case is the result "noRow". A table that says <c>complete: true</c> has none, or its pack does not load.
    /// </summary>
    public static IReadOnlyList<TableGap> Of(RulePack pack)
    {
        ArgumentNullException.ThrowIfNull(pack);
        return [.. pack.Decisions.Values.OfType<TableDecision>().SelectMany(decision => Of(decision.Table))];
    }

    private static IEnumerable<TableGap> Of(DecisionTable table)
    {
        var (found, isIncomplete) = new TableAnalysis(table.Segments, table.Rows.Length).Gaps(Most);
        var gaps = found.Select(values => new TableGap(table.Name, table.Case(values))).ToList();
        return isIncomplete && gaps.Count < Most ? [.. gaps, new TableGap(table.Name, "")] : gaps;
    }
}
