using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Supervision.Rules.Differences;
using Supervision.Rules.Packs.Yaml;

namespace Supervision.Rules.Tables;

/// <summary>Writes rows into the text of a pack: what did not change keeps its own text, comments included.</summary>
internal static class RowText
{
    /// <summary>The text with other rows.</summary>
    /// <param name="text">The pack.</param>
    /// <param name="path">Path of the list of rows.</param>
    /// <param name="known">Its rows as cells.</param>
    /// <param name="rows">The new rows.</param>
    /// <param name="inputs">Cells up to this one are tests.</param>
    /// <param name="cells">Cells up to this one are tests or values; then comes the remark.</param>
    public static string Replace(
        string text, string path, IReadOnlyList<IReadOnlyList<string>> known, IReadOnlyList<IReadOnlyList<string>> rows, int inputs, int cells)
    {
        var spans = RowSpans.Find(text, path);
        var kept = Pairing.InOrder([.. known.Select(Joined)], [.. rows.Select(Joined)])
            .Where(pair => pair is { Before: not null, After: not null } && Joined(known[pair.Before.Value]) == Joined(rows[pair.After.Value]))
            .ToDictionary(pair => pair.After!.Value, pair => pair.Before!.Value);
        return spans.IsFlow || spans.Items.Count == 0
            ? Flow(text, spans, rows, kept, inputs, cells)
            : Block(text, spans, rows, kept, inputs, cells);
    }

    private static string Flow(
        string text, RowSpans spans, IReadOnlyList<IReadOnlyList<string>> rows, Dictionary<int, int> kept, int inputs, int cells)
    {
        var between = spans.Items.Count > 1 ? text[spans.Items[0].End..spans.Items[1].Start] : ", ";
        var (head, tail) = spans.Items.Count > 0
            ? (text[..spans.Items[0].Start], text[spans.Items[^1].End..])
            : (text[..(spans.Start + 1)], text[spans.End..]);
        return head + string.Join(between, rows.Select((row, at) => kept.TryGetValue(at, out var old)
            ? text[spans.Items[old].Start..spans.Items[old].End]
            : Json(row, inputs, cells))) + tail;
    }

    private static string Block(
        string text, RowSpans spans, IReadOnlyList<IReadOnlyList<string>> rows, Dictionary<int, int> kept, int inputs, int cells)
    {
        var starts = spans.Items.Select(item => text.LastIndexOf('\n', item.Start) + 1).ToList();
        var last = text.IndexOf('\n', spans.End);
        var end = last < 0 ? text.Length : last + 1;
        var newLine = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        // What stands in front of a row, "  - ", with blanks in place of a key that shares its line.
        var lead = text[starts[0]..spans.Items[0].Start];
        var result = new StringBuilder(text[..starts[0]]);
        foreach (var (at, row) in rows.Index())
        {
            if (kept.TryGetValue(at, out var old))
            {
                var chunk = text[starts[old]..(old + 1 < starts.Count ? starts[old + 1] : end)];
                result.Append(chunk.EndsWith('\n') ? chunk : chunk + newLine);
            }
            else
            {
                result.Append(lead).Append(Yaml(row, inputs, cells)).Append(newLine);
            }
        }

        return result.Append(text[end..]).ToString();
    }

    /// <summary>A row inside brackets, where the file may be JSON.</summary>
    private static string Json(IReadOnlyList<string> row, int inputs, int cells) =>
        $"{{ \"if\": {List(row.Take(inputs), isYaml: false)}, \"then\": {List(row.Take(cells).Skip(inputs), isYaml: false)}{Note(row, cells, "\"note\"")} }}";

    private static string Yaml(IReadOnlyList<string> row, int inputs, int cells) =>
        $"{{ if: {List(row.Take(inputs), isYaml: true)}, then: {List(row.Take(cells).Skip(inputs), isYaml: true)}{Note(row, cells, "note")} }}";

    private static string Note(IReadOnlyList<string> row, int cells, string key) => row[cells].Length == 0 ? "" : $", {key}: {Quoted(row[cells])}";

    private static string List(IEnumerable<string> texts, bool isYaml) => $"[{string.Join(", ", texts.Select(text =>
        text is "true" or "false" || PackReader.TryExact(text, int.MaxValue, out _) || (isYaml && IsWord(text)) ? text : Quoted(text)))}]";

    private static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";

    private static string Joined(IReadOnlyList<string> row) => string.Join('\u001f', row);

    private static bool IsWord(string text) =>
        text.Length > 0 && char.IsLetter(text[0]) && text.All(letter => char.IsLetterOrDigit(letter) || letter == '_') && text is not "null";
}
