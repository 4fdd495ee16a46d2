using System.Text.Json;
using Supervision.Decisions;
using Supervision.DecisionSupport;

namespace Supervision.Console.Oversight;

/// <summary>
/// Past draws for an audit: folders with the public files of a draw, or CSV files of draws made elsewhere with the columns draw,
/// subject, cell, drawn (1 or 0) and one column for each attribute. Draws come in the order given.
/// </summary>
internal static class DrawHistory
{
    private static readonly string[] s_columns = ["draw", "subject", "cell", "drawn"];

    /// <exception cref="RefusedException">A file is missing or malformed.</exception>
    public static FairDrawAudit Read(IReadOnlyList<string> paths, SubjectGroups groups)
    {
        var audit = new FairDrawAudit([.. groups.Attributes]);
        foreach (var path in paths)
        {
            if (Directory.Exists(path))
            {
                ReadBundle(audit, path, groups);
            }
            else
            {
                ReadTable(audit, path, groups);
            }
        }

        return audit;
    }

    private static void ReadBundle(FairDrawAudit audit, string folder, SubjectGroups groups)
    {
        var drawn = Selected(Path.Combine(folder, "selection.json"));
        using (var frame = CsvTable.Open(Path.Combine(folder, "frame.csv")))
        {
            int[] at = [.. Columns(frame, folder, "id", "cell", "weight", "status")];
            while (frame.Read())
            {
                if (frame[at[3]] == "0" && frame[at[2]] != "0")
                {
                    audit.Add(frame[at[0]], frame[at[1]], drawn.Contains(frame[at[0]]), groups.Of(frame[at[0]]));
                }
            }
        }

        audit.EndDraw();
        ReadTeams(audit, folder);
    }

    private static HashSet<string> Selected(string path)
    {
        using var stream = TextFile.Open(path);
        using var json = Parse(path, stream);
        return [.. json.RootElement.GetProperty("selected").EnumerateArray().Select(id => id.GetString()!)];
    }

    private static void ReadTeams(FairDrawAudit audit, string folder)
    {
        var path = Path.Combine(folder, "matching.json");
        if (!File.Exists(path))
        {
            return;
        }

        var pools = new Dictionary<string, string>(StringComparer.Ordinal);
        using (var tasks = CsvTable.Open(Path.Combine(folder, "tasks.csv")))
        {
            int[] at = [.. Columns(tasks, folder, "task_id", "department", "item")];
            while (tasks.Read())
            {
                pools[tasks[at[0]]] = $"{tasks[at[1]]}/{tasks[at[2]]}";
            }
        }

        using var stream = TextFile.Open(path);
        using var json = Parse(path, stream);
        foreach (var team in json.RootElement.GetProperty("teams").EnumerateArray())
        {
            string[] officers = [.. team.GetProperty("officers").EnumerateArray().Select(id => id.GetString()!)];
            if (officers is [var lead, var second] && pools.TryGetValue(team.GetProperty("task").GetString()!, out var pool))
            {
                audit.AddTeam(pool, lead, second);
            }
        }
    }

    private static void ReadTable(FairDrawAudit audit, string path, SubjectGroups groups)
    {
        using var table = CsvTable.Open(path);
        int[] at = [.. Columns(table, path, s_columns)];
        string? draw = null;
        while (table.Read())
        {
            var drawn = table[at[3]];
            if (table.Broken is not null || drawn is not ("0" or "1"))
            {
                throw new RefusedException(Refusal.Of("SUP6001", path, Invariant(table.Row), drawn));
            }

            if (draw is not null && draw != table[at[0]])
            {
                audit.EndDraw();
            }

            draw = table[at[0]];
            audit.Add(table[at[1]], table[at[2]], drawn == "1", groups.Of(table[at[1]]));
        }

        audit.EndDraw();
    }

    private static IEnumerable<int> Columns(CsvTable table, string path, params IEnumerable<string> names) =>
        from name in names
        let at = table.Header.ToList().IndexOf(name)
        select at >= 0 ? at : throw new RefusedException(Refusal.Of("SUP1053", path, name, string.Join(", ", table.Header)));

    private static JsonDocument Parse(string path, Stream stream)
    {
        try
        {
            return JsonDocument.Parse(stream);
        }
        catch (JsonException wrong)
        {
            throw new RefusedException(Refusal.Of("SUP1054", path, Invariant((wrong.LineNumber ?? 0) + 1), wrong.Path ?? "$", wrong.Message));
        }
    }

    private static string Invariant(long number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
