namespace Supervision.Rules.Tables;

/// <summary>
/// Adds a row to a table of a pack and takes one out, as text: comments and the other rows stay as they are. Whether the pack still loads is
/// not asked, since an author may be in the middle of a change. Thread-safe.
/// </summary>
public static class PackRows
{
    /// <summary>The text with a copy of a row below it; unchanged where there is no such table or row.</summary>
    /// <param name="name">Name of the file, for error texts.</param>
    /// <param name="text">The pack.</param>
    /// <param name="table">Name of the table.</param>
    /// <param name="row">The row, from 0.</param>
    /// <exception cref="Packs.RulePackException">SUP5001 – 5006: the text cannot be read as YAML or JSON.</exception>
    public static string Add(string name, string text, string table, int row)
    {
        if (Find(name, text, table, row) is not { } rows)
        {
            return text;
        }

        if (rows.IsFlow)
        {
            var (start, end) = rows.Items[row];
            var between = rows.Items.Count > 1 ? text[rows.Items[0].End..rows.Items[1].Start] : ", ";
            return text.Insert(end, between + text[start..end]);
        }

        var (from, to) = Lines(text, rows, row);
        var chunk = text[from..to];
        return chunk.EndsWith('\n') ? text.Insert(to, chunk) : text.Insert(to, $"\n{chunk}");
    }

    /// <summary>The text without a row; unchanged where there is no such table or row, or it is the only one.</summary>
    /// <param name="name">Name of the file, for error texts.</param>
    /// <param name="text">The pack.</param>
    /// <param name="table">Name of the table.</param>
    /// <param name="row">The row, from 0.</param>
    /// <exception cref="Packs.RulePackException">SUP5001 – 5006: the text cannot be read as YAML or JSON.</exception>
    public static string Drop(string name, string text, string table, int row)
    {
        if (Find(name, text, table, row) is not { Items.Count: > 1 } rows)
        {
            return text;
        }

        var (from, to) = !rows.IsFlow ? Lines(text, rows, row)
            : row + 1 < rows.Items.Count ? (rows.Items[row].Start, rows.Items[row + 1].Start)
            : (rows.Items[row - 1].End, rows.Items[row].End);
        return text.Remove(from, to - from);
    }

    private static RowSpans? Find(string name, string text, string table, int row)
    {
        if (!PackFields.Of(name, text).Any(field => field.Kind >= PackFieldKind.Test && string.Equals(field.Of, table, StringComparison.Ordinal)))
        {
            return null;
        }

        var rows = RowSpans.Find(text, $"decisions.{table}.table");
        return row >= 0 && row < rows.Items.Count ? rows : null;
    }

    // The lines of a row, with the comments below it.
    private static (int From, int To) Lines(string text, RowSpans rows, int row)
    {
        var from = text.LastIndexOf('\n', rows.Items[row].Start) + 1;
        if (row + 1 < rows.Items.Count)
        {
            return (from, text.LastIndexOf('\n', rows.Items[row + 1].Start) + 1);
        }

        var last = text.IndexOf('\n', rows.Items[row].End);
        return (from, last < 0 ? text.Length : last + 1);
    }
}
