using System.Globalization;
using System.Text;
using Supervision.Decisions;
using Supervision.Rules.Packs;
using Supervision.Rules.Packs.Yaml;

namespace Supervision.Rules.Tables;

/// <summary>The tables of a rule pack as sheets.</summary>
internal static class PackSheets
{
    public static IReadOnlyList<TableSheet> Export(string name, ReadOnlyMemory<byte> bytes)
    {
        _ = RulePackLoader.Load(name, bytes);
        return [.. Tables(Tree(name, bytes)).Select(table => Sheet(table.Key.Text, (PackMapping)table.Value))];
    }

    public static byte[] Import(string name, ReadOnlyMemory<byte> bytes, TableSheet sheet)
    {
        var errors = new PackErrors(name);
        var tables = Tables(Tree(name, bytes)).ToList();
        var table = (PackMapping?)tables.Find(one => string.Equals(one.Key.Text, sheet.Table, StringComparison.Ordinal)).Value;
        if (table is null)
        {
            errors.Add(0, 0, "decisions", "SUP5600", sheet.Table, string.Join(", ", tables.Select(one => one.Key.Text)));
            throw errors.Exception();
        }

        var known = Sheet(sheet.Table, table);
        var rows = TableSheets.Ordered(errors, known, sheet);
        if (Same(known.Rows, rows))
        {
            return bytes.ToArray();
        }

        var inputs = known.Columns.Count(column => !column.StartsWith(TableSheet.OutputMark, StringComparison.Ordinal) && column != TableSheet.NoteColumn);
        var text = RowText.Replace(Encoding.UTF8.GetString(bytes.Span), $"decisions.{sheet.Table}.table", known.Rows, rows, inputs, known.Columns.Count - 1);
        var changed = Encoding.UTF8.GetBytes(text);
        try
        {
            _ = RulePackLoader.Load(name, changed);
            return changed;
        }
        catch (RulePackException problem)
        {
            throw new RulePackException([.. problem.Errors.Select(error => InSheet(error, known))]);
        }
    }

    private static IEnumerable<KeyValuePair<PackScalar, PackNode>> Tables(PackNode root) =>
        ((root as PackMapping)?.Entries.FirstOrDefault(entry => entry.Key.Text is "decisions").Value as PackMapping)?.Entries
            .Where(entry => entry.Value is PackMapping decision && Differences.TableDiff.IsTable(decision)) ?? [];

    private static TableSheet Sheet(string name, PackMapping decision)
    {
        var inputs = Names(decision, "inputs").ToList();
        var outputs = Names(decision, "outputs").ToList();
        var rows = ((PackSequence)Differences.NodeDiff.Find(decision, "table")!).Items.Select(item =>
        {
            var row = item as PackMapping;
            return (IReadOnlyList<string>)
            [
                .. Cells(row, "if", inputs.Count), .. Cells(row, "then", outputs.Count),
                row is not null && Differences.NodeDiff.Find(row, "note") is PackScalar note ? note.Text : "",
            ];
        });
        return new TableSheet(
            name, [.. inputs, .. outputs.Select(output => TableSheet.OutputMark + output), TableSheet.NoteColumn], [.. rows]);
    }

    private static IEnumerable<string> Names(PackMapping decision, string key) =>
        ((PackMapping)Differences.NodeDiff.Find(decision, key)!).Entries.Select(entry => entry.Key.Text);

    private static IEnumerable<string> Cells(PackMapping? row, string key, int count)
    {
        var cells = (row is null ? null : Differences.NodeDiff.Find(row, key) as PackSequence)?.Items ?? [];
        return Enumerable.Range(0, count).Select(at => at < cells.Count && cells[at] is PackScalar cell ? cell.Text : "");
    }

    private static bool Same(IReadOnlyList<IReadOnlyList<string>> known, IReadOnlyList<IReadOnlyList<string>> given) =>
        known.Count == given.Count && known.Zip(given).All(pair => pair.First.SequenceEqual(pair.Second, StringComparer.Ordinal));

    /// <summary>"decisions.等级.table[3].if[0]" is row 4 of the sheet, column of the first input.</summary>
    private static RulePackError InSheet(RulePackError error, TableSheet known)
    {
        var table = $"decisions.{known.Table}.table";
        if (!error.Path.StartsWith(table, StringComparison.Ordinal))
        {
            return error;
        }

        var rest = error.Path[table.Length..].Split('[', ']');
        var row = rest.Length > 1 && int.TryParse(rest[1], CultureInfo.InvariantCulture, out var at) ? at + 1 : 0;
        var outputs = known.Columns.ToList().FindIndex(column => column.StartsWith(TableSheet.OutputMark, StringComparison.Ordinal));
        var column = rest.Length > 3 && int.TryParse(rest[3], CultureInfo.InvariantCulture, out var cell) && rest[2] is ".if" or ".then"
            ? known.Columns[rest[2] is ".then" ? outputs + cell : cell]
            : "";
        return error with
        {
            Line = row + 1,
            Column = column.Length == 0 ? 1 : known.Columns.ToList().IndexOf(column) + 1,
            Code = "SUP5603",
            Message = Message.Of(
                "SUP5603", Invariant.Text(row), column.Length == 0 ? "-" : column, error.Code, error.Message.In(CultureInfo.GetCultureInfo("en"))),
        };
    }

    private static PackNode Tree(string name, ReadOnlyMemory<byte> bytes)
    {
        var errors = new PackErrors(name);
        var tree = YamlTree.Parse(bytes.Span, errors);
        errors.ThrowIfAny();
        return tree;
    }
}
