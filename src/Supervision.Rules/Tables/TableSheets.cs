using Supervision.Rules.Packs;
using Supervision.Rules.Packs.Yaml;

namespace Supervision.Rules.Tables;

/// <summary>
/// Takes the decision tables out of a rule pack or a DMN model as sheets, and puts them back. Rows that did not change keep their text, so a
/// sheet that goes back as it came leaves the file, and its hash, as they are. Thread-safe.
/// </summary>
public static class TableSheets
{
    /// <summary>All tables of a pack (YAML, JSON) or model (name ending in .dmn), in the order of the file.</summary>
    /// <param name="name">Name of the file.</param>
    /// <param name="bytes">Its content.</param>
    /// <exception cref="RulePackException">The pack, or the model, has errors.</exception>
    public static IReadOnlyList<TableSheet> Export(string name, ReadOnlyMemory<byte> bytes)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return IsDmn(name) ? DmnSheets.Export(name, bytes) : PackSheets.Export(name, bytes);
    }

    /// <summary>The file with the rows of a sheet in place of those of its table; checked as a whole.</summary>
    /// <param name="name">Name of the file.</param>
    /// <param name="bytes">Its content.</param>
    /// <param name="sheet">The sheet; its columns may stand in any order, the one for remarks may be missing.</param>
    /// <exception cref="RulePackException">SUP5600: no such table. SUP5601: columns missing, unknown or twice. SUP5602: a row has another
    /// number of cells. SUP5603: what the file says of a cell or row, with its place in the sheet. Other codes: the file has errors elsewhere.</exception>
    public static byte[] Import(string name, ReadOnlyMemory<byte> bytes, TableSheet sheet)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(sheet);
        return IsDmn(name) ? DmnSheets.Import(name, bytes, sheet) : PackSheets.Import(name, bytes, sheet);
    }

    private static bool IsDmn(string name) => name.EndsWith(".dmn", StringComparison.OrdinalIgnoreCase);

    /// <summary>The rows in the order of the table's own columns; a column for remarks that is missing leaves them empty.</summary>
    internal static IReadOnlyList<IReadOnlyList<string>> Ordered(PackErrors errors, TableSheet known, TableSheet given)
    {
        var missing = known.Columns.Except(given.Columns, StringComparer.Ordinal).Where(column => column != TableSheet.NoteColumn).ToList();
        var unknown = given.Columns.Except(known.Columns, StringComparer.Ordinal)
            .Concat(given.Columns.GroupBy(column => column, StringComparer.Ordinal).Where(same => same.Skip(1).Any()).Select(same => same.Key)).ToList();
        if (missing.Count > 0 || unknown.Count > 0)
        {
            errors.Add(1, 1, given.Table, "SUP5601", string.Join(", ", known.Columns), string.Join(", ", given.Columns));
        }

        foreach (var (at, row) in given.Rows.Index().Where(row => row.Item.Count != given.Columns.Count))
        {
            errors.Add(at + 2, 1, given.Table, "SUP5602", Invariant.Text(at + 1), Invariant.Text(row.Count), Invariant.Text(given.Columns.Count));
        }

        errors.ThrowIfAny();
        var places = known.Columns.Select(column => given.Columns.ToList().IndexOf(column)).ToList();
        return [.. given.Rows.Select(row => (IReadOnlyList<string>)[.. places.Select(place => place < 0 ? "" : row[place])])];
    }
}
