using System.Text;
using CsvHelper;
using Supervision.Console.Import;
using Supervision.Rules.Tables;

namespace Supervision.Console.Policies;

/// <summary>A sheet as CSV in UTF-8: a line with the table's name, a line with the columns, then the rows.</summary>
internal static class CsvSheet
{
    /// <summary>First cell of the first line.</summary>
    public const string TableWord = "table";

    // With a mark at the start, so that the common spreadsheet shows Chinese.
    private static readonly UTF8Encoding s_marked = new(encoderShouldEmitUTF8Identifier: true);

    private static readonly CsvReaderOptions s_options = new()
    {
        Separator = ',',
        DetectSeparatorHint = false,
        HasHeader = false,
    };

    public static byte[] Write(TableSheet sheet)
    {
        var text = new StringBuilder();
        foreach (var row in sheet.Rows.Prepend(sheet.Columns).Prepend([TableWord, sheet.Table]))
        {
            text.AppendJoin(',', row.Select(cell => CsvCell.Exact(SheetGuard.Guard(cell)))).Append("\r\n");
        }

        return [.. s_marked.GetPreamble(), .. s_marked.GetBytes(text.ToString())];
    }

    /// <exception cref="SheetException">It is not UTF-8, not CSV, or has no table's name.</exception>
    public static TableSheet Read(byte[] bytes)
    {
        try
        {
            using var text = new StreamReader(new MemoryStream(bytes), new UTF8Encoding(false, throwOnInvalidBytes: true));
            using var csv = CsvReader.Create(text, s_options);
            var rows = new List<IReadOnlyList<string>>();
            while (csv.Read())
            {
                rows.Add([.. Enumerable.Range(0, csv.FieldCount).Select(field => SheetGuard.Unguard(csv.GetString(field)))]);
            }

            return Sheets.Of(rows);
        }
        catch (DecoderFallbackException)
        {
            throw new SheetException("rules.table.notutf8");
        }
    }
}
