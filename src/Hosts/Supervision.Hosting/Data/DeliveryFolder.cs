using System.Globalization;
using Supervision.Hosting.Import;
using Supervision.Data;
using Supervision.Decisions;

namespace Supervision.Hosting.Data;

/// <summary>Reads the files of a delivery by a standard. What cannot be read as a row is an issue of that row and nothing else.</summary>
internal static class DeliveryFolder
{
    private const int MaxLength = 10_000;
    private const int ShownLength = 200;

    /// <summary>The standard in a file; the national one when none is named.</summary>
    /// <exception cref="RefusedException">The file is missing or malformed.</exception>
    public static DataStandard Standard(string? path)
    {
        if (path is null)
        {
            return DataStandard.National;
        }

        using var reader = TextFile.Decode(TextFile.Open(path));
        return DataStandard.Parse(reader.ReadToEnd()).OrThrow();
    }

    /// <exception cref="RefusedException">SUP1051: a file is missing; SUP1052: no UTF-8; SUP1053: a key column is missing.</exception>
    public static IReadOnlyList<DataContent> Read(string folder, DataStandard standard) =>
        [.. standard.Tables.Where(table => !table.IsOptional || File.Exists(Path.Combine(folder, table.FileName)))
            .Select(table => Read(Path.Combine(folder, table.FileName), table))];

    private static DataContent Read(string path, DataTable table)
    {
        using var csv = CsvTable.Open(path);
        int[] columns = [.. table.Fields.Select(field => csv.Header.ToList().IndexOf(field.ColumnName))];
        if (table.Fields.Where((field, at) => columns[at] < 0 && table.Key.Contains(field.Name, StringComparer.Ordinal)).FirstOrDefault() is { } missing)
        {
            throw new RefusedException(Refusal.Of("SUP1053", path, missing.ColumnName, string.Join(", ", csv.Header)));
        }

        var (rows, unreadable, damaged) = (new List<DataRow>(), new List<DataIssue>(), new List<DataIssue>());
        while (csv.Read())
        {
            if (csv.Broken is { } broken)
            {
                unreadable.Add(Issue(table, csv.Row, "", broken, Refusal.Of("SUP1042")));
            }
            else if (csv.Count != csv.Header.Count)
            {
                unreadable.Add(Issue(table, csv.Row, "", csv.Count == 0 ? "" : csv[0], Refusal.Of("SUP1041", Text(csv.Count), Text(csv.Header.Count))));
            }
            else
            {
                var values = Row(csv, columns);
                rows.Add(new DataRow(csv.Row, values));
                if (Judge(table, values) is var (field, value, reason))
                {
                    damaged.Add(Issue(table, csv.Row, field, value, reason));
                }
            }
        }

        return new DataContent(table, rows) { Unreadable = unreadable, Damaged = damaged };
    }

    private static string[] Row(CsvTable csv, int[] columns) =>
        [.. columns.Select(column => column < 0 ? "" : TextRules.Normalise(csv[column].Trim()))];

    private static (string Field, string Value, Refusal Reason)? Judge(DataTable table, string[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (TextRules.Judge(values[i], MaxLength) is var (reason, _))
            {
                return (table.Fields[i].Name, values[i], reason);
            }
        }

        return null;
    }

    /// <summary>What is said of a value that cannot be read, cut to a length that can be shown.</summary>
    public static DataIssue Issue(DataTable table, long row, string field, string value, Refusal reason) => new(
        table.Name, row, "readable", field, value.Length > ShownLength ? value[..ShownLength] + "…" : value, "unreadable", reason, Rejects: true);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
