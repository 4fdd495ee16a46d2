using Supervision.Decisions;

namespace Supervision.Data;

/// <summary>The quality report 数据质量报告 of a delivery: every figure with its counts, every failure with its row. Immutable.</summary>
/// <param name="Standard">Standard it was tested by.</param>
/// <param name="Rows">Rows of each table, unreadable ones included.</param>
/// <param name="Counts">What each rule found, in the order of the standard.</param>
/// <param name="Issues">Failures by table and row.</param>
public sealed record QualityReport(
    DataStandard Standard,
    IReadOnlyDictionary<string, long> Rows,
    IReadOnlyList<QualityCount> Counts,
    IReadOnlyList<DataIssue> Issues)
{
    /// <summary>The score of a dimension: tests passed of tests made; null when nothing was tested.</summary>
    /// <param name="dimension">Dimension.</param>
    /// <param name="table">One table only; null for all.</param>
    public Rate? Score(QualityDimension dimension, string? table = null)
    {
        var counts = Counts.Where(count => count.Rule.Dimension == dimension && (table is null || count.Rule.Table == table)).ToList();
        var tested = counts.Sum(count => count.Checked);
        return tested == 0 ? null : new Rate(tested - counts.Sum(count => count.Failed), tested);
    }

    /// <summary>Rows of a table in which nothing was found, of all its rows; null when it has none.</summary>
    public Rate? FlawlessRows(string table)
    {
        var rows = Rows.GetValueOrDefault(table);
        return rows == 0 ? null
            : new Rate(rows - Issues.Where(issue => issue.Table == table).Select(issue => issue.Row).Distinct().LongCount(), rows);
    }

    /// <summary>Numbers of the rows of a table that are kept out.</summary>
    public IReadOnlySet<long> Rejected(string table) =>
        Issues.Where(issue => issue.Rejects && issue.Table == table).Select(issue => issue.Row).ToHashSet();
}
