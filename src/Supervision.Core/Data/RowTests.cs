using System.Text.RegularExpressions;
using Supervision.Decisions;
using Supervision.Registry;
using Supervision.Time;

namespace Supervision.Data;

/// <summary>Makes the test of a rule. Fields were looked up when the standard was read, so none of it can fail.</summary>
internal static class RowTests
{
    public static RowTest For(DataTable table, QualityRule rule, RowIndexes indexes, LegalClock clock)
    {
        int[] at = [.. rule.Fields.Select(table.IndexOf)];
        var field = table.Fields[at[0]];
        return rule.Kind switch
        {
            QualityRuleKind.Required => row => row.Values[at[0]].Length > 0 ? RowResult.Passed : RowResult.Failed("required", "SUP7411", field.Name),
            QualityRuleKind.Form => Filled(at[0], value => Failure("form", FieldForm.Problem(field, value))),
            QualityRuleKind.Pattern => Matches(at[0], field, rule.Pattern!),
            QualityRuleKind.CreditCode => Filled(
                at[0], value => Failure("creditCode", UnifiedSocialCreditCode.Parse(value).TryGet(out _, out var refusal) ? null : refusal)),
            QualityRuleKind.OneOf => OneOf(at[0], field, rule.Values!),
            QualityRuleKind.NotBefore => NotBefore(at[0], table.IndexOf(rule.Other!), table),
            QualityRuleKind.Within => Within(at[0], table.IndexOf(rule.Other!), table, rule, clock),
            QualityRuleKind.AtLeast => AtLeast(at[0], field, rule),
            QualityRuleKind.Exists => Exists(at, rule, indexes),
            QualityRuleKind.Unique => Unique(at, rule, indexes),
            QualityRuleKind.Total => new TotalTest(at, rule, indexes).Test,
            _ => throw new ArgumentOutOfRangeException(nameof(rule), rule.Kind, "No such kind of rule."),
        };
    }

    private static RowTest Filled(int at, Func<string, RowResult> test) =>
        row => row.Values[at] is { Length: > 0 } value ? test(value) : null;

    private static RowResult Failure(string cause, Refusal? refusal) =>
        refusal is null ? RowResult.Passed : new RowResult((cause, refusal));

    // Linear in the length of the value, whoever wrote the pattern and the value.
    private static RowTest Matches(int at, DataField field, string pattern)
    {
        var regex = new Regex($"^(?:{pattern})$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        return Filled(at, value => regex.Match(value) is { Success: true } match && match.Length == value.Length
            ? RowResult.Passed
            : RowResult.Failed("pattern", "SUP7414", field.Name, value, pattern));
    }

    private static RowTest OneOf(int at, DataField field, IReadOnlyList<string> values)
    {
        var known = values.ToHashSet(StringComparer.Ordinal);
        return Filled(at, value => known.Contains(value)
            ? RowResult.Passed
            : RowResult.Failed("oneOf", "SUP7415", field.Name, value, string.Join(", ", values)));
    }

    private static RowTest NotBefore(int at, int other, DataTable table) => row =>
        FieldForm.Moment(table.Fields[at], row.Values[at]) is { } moment && FieldForm.Moment(table.Fields[other], row.Values[other]) is { } first
            ? moment.Day > first.Day || (moment.Day == first.Day && !(moment.Time < first.Time))
                ? RowResult.Passed
                : RowResult.Failed("notBefore", "SUP7416", table.Fields[at].Name, row.Values[at], table.Fields[other].Name, row.Values[other])
            : null;

    private static RowTest Within(int at, int other, DataTable table, QualityRule rule, LegalClock clock)
    {
        var period = new LegalPeriod(rule.Period!.Length, rule.Period.Unit, rule.Basis!);
        return row =>
        {
            if (FieldForm.Moment(table.Fields[at], row.Values[at]) is not { } moment
                || FieldForm.Moment(table.Fields[other], row.Values[other]) is not { } first
                || DueOn(clock, period, first.Day) is not { } due)
            {
                return null;
            }

            return moment.Day <= due ? RowResult.Passed : RowResult.Failed(
                "within", "SUP7417", table.Fields[at].Name, row.Values[at], Invariant.Text(due), table.Fields[other].Name, row.Values[other]);
        };
    }

    // A year whose calendar nobody published has no working days that could be counted: there is nothing to test yet.
    private static DateOnly? DueOn(LegalClock clock, LegalPeriod period, DateOnly start)
    {
        try
        {
            return clock.Due(period, start).Due;
        }
        catch (CalendarNotPublishedException)
        {
            return null;
        }
    }

    private static RowTest AtLeast(int at, DataField field, QualityRule rule) => Filled(at, value =>
    {
        var entries = value.Split(rule.Separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Distinct(StringComparer.Ordinal).Count();
        return entries >= rule.Count
            ? RowResult.Passed
            : RowResult.Failed("atLeast", "SUP7418", field.Name, Invariant.Text(entries), Invariant.Text(rule.Count));
    });

    private static RowTest Exists(int[] at, QualityRule rule, RowIndexes indexes) => row =>
        at.Any(field => row.Values[field].Length == 0) ? null
        : indexes.Rows(rule.Target!, RowIndexes.Key(row, at)).Count > 0 ? RowResult.Passed
        : RowResult.Failed("exists", "SUP7419", rule.Target!.Table, string.Join(", ", at.Select(field => row.Values[field])));

    // The first of equal rows passes: it is the later ones that stand twice.
    private static RowTest Unique(int[] at, QualityRule rule, RowIndexes indexes)
    {
        var target = new QualityTarget(rule.Table, rule.Fields);
        return row => indexes.Rows(target, RowIndexes.Key(row, at))[0] is var first && first.Number == row.Number
            ? RowResult.Passed
            : RowResult.Failed("unique", "SUP7420", string.Join(", ", at.Select(field => row.Values[field])), Invariant.Text(first.Number));
    }
}
