using System.Text.RegularExpressions;
using Supervision.Decisions;

namespace Supervision.Data;

/// <summary>Whether a standard fits together: found when it is read, so that no rule can fail while rows are tested.</summary>
internal static class StandardCheck
{
    /// <summary>Place and problem; both empty when there is none.</summary>
    public static (string Place, string Problem) Problem(DataStandard standard)
    {
        if (!Identifier.IsValid(standard.Name))
        {
            return ("$.name", standard.Name);
        }

        foreach (var table in standard.Tables)
        {
            if (TableProblem(standard, table) is { } wrong)
            {
                return ($"$.tables[{table.Name}]", wrong);
            }
        }

        if (standard.AllRules().GroupBy(rule => rule.Id, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            return ($"$.rules[{twice.Key}]", "id");
        }

        foreach (var rule in standard.Rules)
        {
            if (RuleProblem(standard, rule) is { } wrong)
            {
                return ($"$.rules[{rule.Id}]", wrong);
            }
        }

        return ("", "");
    }

    private static string? TableProblem(DataStandard standard, DataTable table)
    {
        var names = table.Fields.Select(field => field.Name).ToList();
        return !Identifier.IsValid(table.Name) || standard.Tables.Count(other => other.Name == table.Name) > 1 ? "name"
            : names.Distinct(StringComparer.Ordinal).Count() < names.Count ? "fields"
            : table.Key.Count == 0 || table.Key.Any(key => !names.Contains(key)) ? $"key: {string.Join(", ", table.Key)}"
            : table.Date is not null && !names.Contains(table.Date) ? $"date: {table.Date}"
            : null;
    }

    private static string? RuleProblem(DataStandard standard, QualityRule rule)
    {
        if (standard.Find(rule.Table) is not { } table)
        {
            return $"table: {rule.Table}";
        }

        if (rule.Fields.Append(rule.Other).Append(rule.When?.Field).OfType<string>().FirstOrDefault(f => table.IndexOf(f) < 0) is { } unknown)
        {
            return $"fields: {rule.Table}.{unknown}";
        }

        return rule.Fields.Count == 0 ? "fields" : rule.Kind switch
        {
            QualityRuleKind.Pattern => PatternProblem(rule.Pattern),
            QualityRuleKind.OneOf => rule.Values is { Count: > 0 } ? null : "values",
            QualityRuleKind.NotBefore => rule.Other is null ? "other" : null,
            QualityRuleKind.Within => rule is { Other: not null, Period.Length: > 0, Law: not null } ? null : "other, period, law",
            QualityRuleKind.AtLeast => rule.Count > 0 ? null : "count",
            QualityRuleKind.Exists => TargetProblem(standard, rule.Target, rule.Fields.Count),
            QualityRuleKind.Total => TotalProblem(standard, rule),
            _ => null,
        };
    }

    private static string? PatternProblem(string? pattern)
    {
        try
        {
            _ = new Regex(pattern ?? "(", RegexOptions.NonBacktracking);
            return null;
        }
        catch (Exception wrong) when (wrong is ArgumentException or NotSupportedException)
        {
            return $"pattern: {pattern}";
        }
    }

    private static string? TargetProblem(DataStandard standard, QualityTarget? target, int fields) =>
        target is null || standard.Find(target.Table) is not { } table ? $"target: {target?.Table}"
        : target.Fields.FirstOrDefault(field => table.IndexOf(field) < 0) is { } unknown ? $"target: {target.Table}.{unknown}"
        : target.Fields.Count != fields ? "target: fields"
        : null;

    // The first field is the total; those after it join the rows.
    private static string? TotalProblem(DataStandard standard, QualityRule rule) =>
        rule.Total is not { } total ? "total"
        : TargetProblem(standard, rule.Target, rule.Fields.Count - 1) ?? TargetProblem(standard, total.Lookup, 1)
        ?? (standard.Find(rule.Target!.Table)!.IndexOf(total.Field) < 0 ? $"total: {total.Field}" : null)
        ?? (standard.Find(total.Lookup.Table)!.IndexOf(total.Class) < 0 ? $"total: {total.Class}" : null);
}
