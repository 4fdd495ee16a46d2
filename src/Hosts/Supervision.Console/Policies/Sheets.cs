using Supervision.Rules.Tables;

namespace Supervision.Console.Policies;

/// <summary>Sheets in files, by the ending of the file's name.</summary>
internal static class Sheets
{
    private const int MostBytes = 20_000_000;
    private const int MostRows = 100_000;

    /// <exception cref="SheetException">The file is no sheet.</exception>
    public static IReadOnlyList<TableSheet> Read(string path)
    {
        if (new FileInfo(path).Length > MostBytes)
        {
            throw new SheetException("rules.table.toolarge", path, MostBytes);
        }

        var bytes = File.ReadAllBytes(path);
        return Path.GetExtension(path).ToLowerInvariant() is ".xlsx" ? XlsxSheets.Read(bytes) : [CsvSheet.Read(bytes)];
    }

    /// <summary>The sheet whose first row names the table and whose second row names the columns.</summary>
    public static TableSheet Of(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        if (rows.Count > MostRows)
        {
            throw new SheetException("rules.table.toomany", MostRows);
        }

        // A spreadsheet fills rows up to the width of the widest one.
        var first = rows.Count > 0 ? Trimmed(rows[0]) : [];
        return rows.Count >= 2 && first is [CsvSheet.TableWord, var table]
            ? new TableSheet(table, Trimmed(rows[1]), [.. rows.Skip(2).Where(row => row.Any(cell => cell.Length > 0)).Select(row => Fit(row, Trimmed(rows[1]).Count))])
            : throw new SheetException("rules.table.noname", CsvSheet.TableWord);
    }

    private static List<string> Trimmed(IReadOnlyList<string> row) => [.. row.Take(row.ToList().FindLastIndex(cell => cell.Length > 0) + 1)];

    // Empty cells at the end may be missing or too many; full ones may not.
    private static List<string> Fit(IReadOnlyList<string> row, int width)
    {
        var cells = Trimmed(row);
        return [.. cells, .. Enumerable.Repeat("", Math.Max(0, width - cells.Count))];
    }
}
