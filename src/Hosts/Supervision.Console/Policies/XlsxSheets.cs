using System.Globalization;
using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Supervision.Rules.Tables;

namespace Supervision.Console.Policies;

/// <summary>Sheets as a workbook, one worksheet for each table. Every cell is written as text, so none is ever a formula.</summary>
internal static class XlsxSheets
{
    private const long MostUnpacked = 200_000_000;
    private const int MostEntries = 1_000;
    private const int MostColumns = 1_000;
    private const int LongestName = 31;

    public static byte[] Write(IReadOnlyList<TableSheet> sheets)
    {
        using var bytes = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(bytes, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.Workbook = new Workbook();
            var list = book.Workbook.AppendChild(new DocumentFormat.OpenXml.Spreadsheet.Sheets());
            foreach (var (at, sheet) in sheets.Index())
            {
                var part = book.AddNewPart<WorksheetPart>();
                part.Worksheet = new Worksheet(new SheetData(
                    sheet.Rows.Prepend(sheet.Columns).Prepend([CsvSheet.TableWord, sheet.Table]).Select(Row)));
                list.AppendChild(new Sheet { Id = book.GetIdOfPart(part), SheetId = (uint)at + 1, Name = NameOf(sheet.Table, at) });
            }
        }

        return bytes.ToArray();
    }

    /// <exception cref="SheetException">It is no workbook, too large, or has a formula or an error in a cell.</exception>
    public static IReadOnlyList<TableSheet> Read(byte[] bytes)
    {
        try
        {
            using (var archive = new ZipArchive(new MemoryStream(bytes)))
            {
                if (archive.Entries.Count > MostEntries || Unpacked(archive) > MostUnpacked)
                {
                    throw new SheetException("rules.table.toolarge", "xlsx", MostUnpacked);
                }
            }

            using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
            var book = document.WorkbookPart ?? throw new SheetException("rules.table.notxlsx");
            var shared = book.SharedStringTablePart?.SharedStringTable.Elements<SharedStringItem>().Select(item => item.InnerText).ToList() ?? [];
            return [.. book.Workbook.Descendants<Sheet>().Select(sheet => Supervision.Console.Policies.Sheets.Of(
                Rows((WorksheetPart)book.GetPartById(sheet.Id!.Value!), sheet.Name?.Value ?? "", shared)))];
        }
        catch (Exception problem) when (problem is InvalidDataException or OpenXmlPackageException or FileFormatException or XmlException or ArgumentOutOfRangeException)
        {
            throw new SheetException("rules.table.notxlsx");
        }
    }

    // Counted, not believed: what an archive says of its sizes is what its maker wrote there.
    private static long Unpacked(ZipArchive archive)
    {
        var (total, buffer) = (0L, new byte[65_536]);
        foreach (var entry in archive.Entries)
        {
            using var content = entry.Open();
            for (int n; total <= MostUnpacked && (n = content.Read(buffer)) > 0;)
            {
                total += n;
            }
        }

        return total;
    }

    private static Row Row(IReadOnlyList<string> cells) => new(cells.Select(cell => new Cell
    {
        DataType = CellValues.InlineString,
        InlineString = new InlineString(new Text(cell) { Space = SpaceProcessingModeValues.Preserve }),
    }));

    // A worksheet's name is at most 31 characters, none of them one of []:*?/\; the first row has the whole one.
    private static string NameOf(string table, int at)
    {
        var name = string.Concat(table.Select(letter => "[]:*?/\\'".Contains(letter, StringComparison.Ordinal) ? '_' : letter));
        var number = string.Create(CultureInfo.InvariantCulture, $"{at + 1} ");
        return number + name[..Math.Min(name.Length, LongestName - number.Length)];
    }

    private static List<IReadOnlyList<string>> Rows(WorksheetPart part, string sheet, List<string> shared)
    {
        var rows = new List<IReadOnlyList<string>>();
        foreach (var row in part.Worksheet.Descendants<Row>())
        {
            // A row that a spreadsheet left out is empty.
            while (row.RowIndex is { } number && rows.Count + 1 < number && rows.Count < 1_000_000)
            {
                rows.Add([]);
            }

            var cells = new List<string>();
            foreach (var cell in row.Elements<Cell>())
            {
                var column = cell.CellReference?.Value is { } reference ? ColumnOf(reference) : cells.Count;
                if (column >= MostColumns)
                {
                    throw new SheetException("rules.table.toomany", MostColumns);
                }

                while (cells.Count < column)
                {
                    cells.Add("");
                }

                cells.Add(Text(cell, sheet, rows.Count + 1, column + 1, shared));
            }

            rows.Add(cells);
        }

        return rows;
    }

    private static string Text(Cell cell, string sheet, int row, int column, List<string> shared)
    {
        if (cell.CellFormula is not null || cell.DataType?.Value == CellValues.Error)
        {
            throw new SheetException("rules.table.formula", sheet, row, column);
        }

        var value = cell.CellValue?.Text ?? "";
        return cell.DataType?.Value switch
        {
            CellValues.SharedString => shared[int.Parse(value, CultureInfo.InvariantCulture)],
            CellValues.InlineString => cell.InlineString?.InnerText ?? "",
            CellValues.Boolean => value is "1" ? "true" : "false",
            CellValues.String => value,
            _ => Number(value),
        };
    }

    // A spreadsheet keeps 15 digits and writes 0.1 as 0.10000000000000001.
    private static string Number(string value) =>
        decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? decimal.Parse(number.ToString("G15", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture)
                .ToString("0.############################", CultureInfo.InvariantCulture)
            : value;

    private static int ColumnOf(string reference)
    {
        var column = 0;
        foreach (var letter in reference.TakeWhile(char.IsAsciiLetterUpper))
        {
            column = Math.Min(MostColumns + 1, (column * 26) + letter - 'A' + 1);
        }

        return column - 1;
    }
}
