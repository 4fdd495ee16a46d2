using System.Globalization;
using Supervision.Comparison;
using Supervision.Console.Import;
using Supervision.Decisions;

namespace Supervision.Console.Data;

/// <summary>Reads a list for a comparison: CSV with the columns id, name and as many as there are of code, licence, address, phone, active (1 or 0), valid_to.</summary>
internal static class ComparedFile
{
    /// <exception cref="RefusedException">The file is missing, has no id or name, a row cannot be read, or an id stands twice (SUP7502).</exception>
    public static IReadOnlyList<ComparedRecord> Read(string path)
    {
        using var table = CsvTable.Open(path);
        var header = table.Header.ToList();
        if (new[] { "id", "name" }.FirstOrDefault(name => !header.Contains(name, StringComparer.Ordinal)) is { } missing)
        {
            throw new RefusedException(Refusal.Of("SUP1053", path, missing, string.Join(", ", header)));
        }

        var (records, seen) = (new List<ComparedRecord>(), new HashSet<string>(StringComparer.Ordinal));
        while (table.Read())
        {
            if (table.Broken is not null || table.Count != header.Count)
            {
                throw new RefusedException(Refusal.Of("SUP7503", path, Text(table.Row)));
            }

            var record = new ComparedRecord(Value("id"), Value("name"))
            {
                Code = Value("code"), Licence = Value("licence"), Address = Value("address"), Phone = Value("phone"), IsActive = Value("active") != "0",
                ValidTo = Value("valid_to") is { Length: > 0 } day ? Day(day, path, table.Row) : null,
            };
            records.Add(seen.Add(record.Id) ? record : throw new RefusedException(Refusal.Of("SUP7502", path, Text(table.Row), record.Id)));
        }

        return records;

        string Value(string name) => header.IndexOf(name) is >= 0 and var at ? table[at].Trim() : "";
    }

    private static DateOnly Day(string text, string path, long row) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new RefusedException(Refusal.Of("SUP7503", path, Text(row)));

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
