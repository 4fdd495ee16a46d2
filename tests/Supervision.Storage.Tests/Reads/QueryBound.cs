using System.Text.RegularExpressions;

namespace Supervision.Storage.Tests.Reads;

/// <summary>
/// Says what keeps the number of rows of a query small, judging by its text alone: a limit, one row by nature, a table that stays small, or a key.
/// Only the outermost query counts, since what a query within it passes over never leaves the database.
/// </summary>
internal static partial class QueryBound
{
    /// <summary>Tables that stay small through the years, and why.</summary>
    public static IReadOnlyDictionary<string, string> Small { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["agencies"] = "as many as the bureau has",
        ["officers"] = "the staff",
        ["role_grants"] = "the staff",
        ["recusals"] = "a few an officer",
        ["plans"] = "some dozens a year",
        ["draws"] = "some dozens a year",
        ["announcements"] = "some dozens a year",
        ["items"] = "a catalogue of some hundreds",
        ["subscribers"] = "set up by hand",
        ["journal_head"] = "one row",
        ["schema_versions"] = "one row a script",
    };

    /// <summary>Columns that let few rows pass, and how many.</summary>
    public static IReadOnlyDictionary<string, string> Keys { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["subjects.id"] = "one", ["standings.subject_id"] = "one", ["commands.key"] = "one an actor", ["documents.key"] = "one a kind",
        ["tasks.id"] = "one", ["tasks.subject_id"] = "the visits of one subject", ["tasks.draw_id"] = "the tasks of one draw",
        ["findings.subject_id"] = "those of one subject", ["task_operations.task_id"] = "what devices did in one visit",
        ["credit_events.subject_id"] = "those of one subject", ["standing_decisions.subject_id"] = "those of one subject",
        ["drawn_subjects.draw_id"] = "those of one draw", ["reserve_uses.draw_id"] = "those of one draw",
        ["cases.id"] = "one", ["cases.subject_id"] = "those of one subject", ["cases.act_id"] = "those about one act", ["case_steps.case_id"] = "the steps of one case",
        ["matters.id"] = "one", ["matters.subject_id"] = "those of one subject", ["matters.parent_id"] = "the parts of one", ["matters.cause"] = "those with one cause",
        ["risk_signals.subject_id"] = "those of one subject", ["persons.id"] = "one", ["persons.id_hash"] = "those with one number",
        ["data_rows.batch"] = "one delivery", ["data_rows.subject_id"] = "those of one subject", ["data_batches.batch"] = "one",
        ["journal.key"] = "what happened in one matter", ["document_numbers.key"] = "one", ["checklists.id"] = "the versions of one",
        ["rule_packs.policy_id"] = "the versions of one policy", ["parked_events.position"] = "one", ["sessions.person_id"] = "five a person",
    };

    /// <summary>What bounds the query, or null when nothing does.</summary>
    public static string? Of(string sql)
    {
        var text = Flat(sql);
        if (!text.StartsWith("SELECT ", StringComparison.OrdinalIgnoreCase))
        {
            return "no query";
        }

        if (Limit().IsMatch(text))
        {
            return "a limit";
        }

        if (From().Match(text) is not { Success: true } from || (OneRow().IsMatch(text) && !text.Contains(" GROUP BY ", StringComparison.OrdinalIgnoreCase)))
        {
            return "one row by nature";
        }

        if (from.Groups["inner"].Success)
        {
            return Of(Inner(sql));
        }

        var table = from.Groups["table"].Value;
        if (Small.TryGetValue(table, out var why))
        {
            return why;
        }

        var where = Where().Match(text).Groups["where"].Value;
        return where.Contains(" OR ", StringComparison.OrdinalIgnoreCase) ? Alternatives(table, where)
            : Equal().Matches(where).Select(match => Keys.GetValueOrDefault($"{table}.{match.Groups["column"].Value}")).FirstOrDefault(reason => reason is not null);
    }

    // "a = 1 OR a = 2" is as narrow as its widest alternative.
    private static string? Alternatives(string table, string where)
    {
        var reasons = Or().Split(where).Select(part => Equal().Matches(part)
            .Select(match => Keys.GetValueOrDefault($"{table}.{match.Groups["column"].Value}")).FirstOrDefault(reason => reason is not null)).ToArray();
        return reasons.Contains(null) ? null : reasons[0];
    }

    // The outermost query: quotes and line ends gone, whatever stands in brackets replaced by "()", but for a key compared with a list.
    private static string Flat(string sql)
    {
        var text = new System.Text.StringBuilder();
        var depth = 0;
        foreach (var character in Space().Replace(sql.Replace("\"", "", StringComparison.Ordinal), " ").Trim())
        {
            depth -= character == ')' ? 1 : 0;
            if (depth == 0)
            {
                text.Append(character);
            }

            depth += character == '(' ? 1 : 0;
        }

        return text.ToString();
    }

    private static string Inner(string sql)
    {
        var start = sql.IndexOf('(', sql.IndexOf("FROM", StringComparison.OrdinalIgnoreCase)) + 1;
        var depth = 1;
        var end = start;
        for (; depth > 0; end++)
        {
            depth += sql[end] switch { '(' => 1, ')' => -1, _ => 0 };
        }

        return sql[start..(end - 1)];
    }

    private const RegexOptions Plain = RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"\s+", Plain)]
    private static partial Regex Space();

    [GeneratedRegex(@" LIMIT (@|\$|\d)", Plain)]
    private static partial Regex Limit();

    [GeneratedRegex(@" FROM ((?<inner>\(\))|(?<table>\w+))", Plain)]
    private static partial Regex From();

    [GeneratedRegex(@"^SELECT (count|max|min|sum|coalesce)\(\)(::\w+)?( AS \w+)? FROM ", Plain)]
    private static partial Regex OneRow();

    [GeneratedRegex(@" WHERE (?<where>.*?)( ORDER BY .*| GROUP BY .*| FOR UPDATE)?$", Plain)]
    private static partial Regex Where();

    [GeneratedRegex(@"(?<=^| |\.)(?<column>\w+) = (@|\$|ANY \()", Plain)]
    private static partial Regex Equal();

    [GeneratedRegex(" OR ", Plain)]
    private static partial Regex Or();
}
