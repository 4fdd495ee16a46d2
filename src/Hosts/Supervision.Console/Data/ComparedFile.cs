using System.Globalization;
using Supervision.Comparison;
using Supervision.Decisions;

namespace Supervision.Console.Data;

/// <summary>
/// Reads a list for a comparison: CSV with the columns id, name and as many as there are of code, licence, address, phone, active (1 or 0),
/// valid_to. A row that cannot be used is left out and told of.
/// </summary>
internal sealed record ComparedFile(string Path, IReadOnlyList<ComparedRecord> Records, IReadOnlyList<(long Row, Refusal Reason)> Rejected)
{
    /// <exception cref="RefusedException">The file is missing, or has no id or name.</exception>
    public static ComparedFile Read(string path)
    {
        using var table = CsvTable.Open(path);
        var header = table.Header.ToList();
        if (new[] { "id", "name" }.FirstOrDefault(name => !header.Contains(name, StringComparer.Ordinal)) is { } missing)
        {
            throw new RefusedException(Refusal.Of("SUP1053", path, missing, string.Join(", ", header)));
        }

        var (records, seen, rejected) = (new List<ComparedRecord>(), new HashSet<string>(StringComparer.Ordinal), new List<(long, Refusal)>());
        while (table.Read())
        {
            if (Record() is not { } record)
            {
                rejected.Add((table.Row, Refusal.Of("SUP7503", path, Text(table.Row))));
            }
            else if (!seen.Add(record.Id))
            {
                rejected.Add((table.Row, Refusal.Of("SUP7502", path, Text(table.Row), record.Id)));
            }
            else
            {
                records.Add(record);
            }
        }

        return new ComparedFile(path, records, rejected);

        ComparedRecord? Record()
        {
            if (table.Broken is not null || table.Count != header.Count || Value("id").Length == 0 || Value("active") is not ("" or "0" or "1"))
            {
                return null;
            }

            DateOnly? validTo = null;
            if (Value("valid_to") is { Length: > 0 } text)
            {
                if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                {
                    return null;
                }

                validTo = day;
            }

            return new ComparedRecord(Value("id"), Value("name"))
            {
                Code = Value("code"), Licence = Value("licence"), Address = Value("address"), Phone = Value("phone"), IsActive = Value("active") != "0",
                ValidTo = validTo,
            };
        }

        string Value(string name) => header.IndexOf(name) is >= 0 and var at ? table[at].Trim() : "";
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
