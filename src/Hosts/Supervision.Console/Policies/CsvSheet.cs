using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Supervision.Rules.Tables;

namespace Supervision.Console.Policies;

/// <summary>A sheet as CSV in UTF-8: a line with the table's name, a line with the columns, then the rows.</summary>
internal static class CsvSheet
{
    /// <summary>First cell of the first line.</summary>
    public const string TableWord = "table";

    // With a mark at the start, so that the common spreadsheet shows Chinese.
    private static readonly UTF8Encoding s_marked = new(encoderShouldEmitUTF8Identifier: true);

    public static byte[] Write(TableSheet sheet)
    {
        using var bytes = new MemoryStream();
        using (var text = new StreamWriter(bytes, s_marked, leaveOpen: true))
        using (var csv = new CsvWriter(text, CultureInfo.InvariantCulture, leaveOpen: true))
        {
            foreach (var row in sheet.Rows.Prepend(sheet.Columns).Prepend([TableWord, sheet.Table]))
            {
                foreach (var cell in row)
                {
                    csv.WriteField(SheetGuard.Guard(cell));
                }

                csv.NextRecord();
            }
        }

        return bytes.ToArray();
    }

    /// <exception cref="SheetException">It is not UTF-8, not CSV, or has no table's name.</exception>
    public static TableSheet Read(byte[] bytes)
    {
        try
        {
            using var text = new StreamReader(new MemoryStream(bytes), new UTF8Encoding(false, throwOnInvalidBytes: true));
            using var csv = new CsvParser(text, new CsvConfiguration(CultureInfo.InvariantCulture)
            {
                HasHeaderRecord = false,
                BadDataFound = bad => throw new SheetException("rules.table.badcsv", bad.Context.Parser?.RawRow ?? 0),
            });
            var rows = new List<IReadOnlyList<string>>();
            while (csv.Read())
            {
                rows.Add([.. csv.Record!.Select(SheetGuard.Unguard)]);
            }

            return Sheets.Of(rows);
        }
        catch (DecoderFallbackException)
        {
            throw new SheetException("rules.table.notutf8");
        }
    }
}
