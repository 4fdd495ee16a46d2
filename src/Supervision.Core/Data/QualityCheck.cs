using Supervision.Time;

namespace Supervision.Data;

/// <summary>
/// Tests a delivery against a standard. Pure; the order of rows changes nothing but which of two equal rows counts as the first. No row
/// makes a test throw: a rule to which a row gives nothing to test does not apply to it.
/// </summary>
/// <param name="standard">Tables and rules.</param>
/// <param name="clock">For rules with a legal period.</param>
public sealed class QualityCheck(DataStandard standard, LegalClock clock)
{
    /// <summary>The report over all tables of a delivery; a table that is absent has no rows.</summary>
    /// <param name="contents">Rows, at most one entry for each table.</param>
    public QualityReport Run(IReadOnlyList<DataContent> contents)
    {
        ArgumentNullException.ThrowIfNull(contents);
        var tables = contents.ToDictionary(content => content.Table.Name, StringComparer.Ordinal);
        var indexes = new RowIndexes(tables);
        var counts = new List<QualityCount>();
        var issues = contents.SelectMany(content => content.Unreadable.Concat(content.Damaged)).ToList();
        foreach (var rule in standard.AllRules())
        {
            counts.Add(tables.TryGetValue(rule.Table, out var content)
                ? Count(content, rule, indexes, issues)
                : new QualityCount(rule, 0, 0, new Dictionary<string, long>(StringComparer.Ordinal)));
        }

        return new QualityReport(
            standard,
            contents.ToDictionary(content => content.Table.Name, content => content.Rows.Count + (long)content.Unreadable.Count, StringComparer.Ordinal),
            counts,
            [.. issues.OrderBy(issue => issue.Table, StringComparer.Ordinal).ThenBy(issue => issue.Row)]);
    }

    private QualityCount Count(DataContent content, QualityRule rule, RowIndexes indexes, List<DataIssue> issues)
    {
        var test = RowTests.For(content.Table, rule, indexes, clock);
        var (applies, causes, tested) = (Applies(content.Table, rule), new SortedDictionary<string, long>(StringComparer.Ordinal), 0L);
        foreach (var row in content.Rows)
        {
            if (!applies(row) || test(row) is not { } result)
            {
                continue;
            }

            tested++;
            if (result.Failure is { } failure)
            {
                causes[failure.Cause] = causes.GetValueOrDefault(failure.Cause) + 1;
                issues.Add(new DataIssue(
                    content.Table.Name, row.Number, rule.Id, rule.Fields[0], row.Values[content.Table.IndexOf(rule.Fields[0])],
                    failure.Cause, rule.Basis is { } basis ? failure.Reason.On(basis) : failure.Reason, rule.Rejects));
            }
        }

        return new QualityCount(rule, tested, causes.Values.Sum(), causes);
    }

    // A dated rule asks the day of the row; a row without a readable day is tested by the rules that have no date.
    private static Func<DataRow, bool> Applies(DataTable table, QualityRule rule)
    {
        var when = rule.When is { } condition ? table.IndexOf(condition.Field) : -1;
        var dated = table.Date is { } name && (rule.From is not null || rule.To is not null) ? table.IndexOf(name) : -1;
        return row =>
            (when < 0 || rule.When!.Holds(row.Values[when]))
            && (dated < 0 || (FieldForm.Moment(table.Fields[dated], row.Values[dated]) is { } moment
                && rule.Basis is { } basis && basis.IsInForceOn(moment.Day)));
    }
}
