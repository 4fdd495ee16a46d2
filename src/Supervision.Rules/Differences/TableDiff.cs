using Supervision.Rules.Packs;
using Supervision.Rules.Packs.Yaml;

namespace Supervision.Rules.Differences;

/// <summary>Two decision tables row by row; cells are told by the names of their columns.</summary>
internal sealed class TableDiff(NodeDiff diff, string path, PackMapping before, PackMapping after)
{
    /// <summary>The keys that this compares.</summary>
    public static IReadOnlyList<string> Keys { get; } = ["table", "inputs", "outputs"];

    public static bool IsTable(PackMapping decision) =>
        NodeDiff.Find(decision, "table") is PackSequence && NodeDiff.Find(decision, "inputs") is PackMapping && NodeDiff.Find(decision, "outputs") is PackMapping;

    public void Run()
    {
        Columns("inputs");
        Columns("outputs");
        var (from, to) = (Rows(before), Rows(after));
        foreach (var (at, other) in Pairing.InOrder([.. from.Select(Text)], [.. to.Select(Text)]))
        {
            if (at is { } row && other is { } next)
            {
                Row(row + 1, next + 1, from[row], to[next]);
            }
            else
            {
                var (kind, number) = at is { } gone ? (DifferenceKind.Removed, gone) : (DifferenceKind.Added, other!.Value);
                var it = at is null ? to[number] : from[number];
                diff.Add(
                    kind, $"{path}.table[row {Invariant.Text(number + 1)}]", at is null ? null : Text(it), at is null ? Text(it) : null,
                    at is null ? 0 : it.Line, at is null ? it.Line : 0);
            }
        }
    }

    private void Columns(string key)
    {
        var (from, to) = ((PackMapping)NodeDiff.Find(before, key)!, (PackMapping)NodeDiff.Find(after, key)!);
        foreach (var (name, type) in from.Entries)
        {
            if (NodeDiff.Find(to, name.Text) is { } other)
            {
                diff.Compare($"{path}.{key}.{name.Text}", type, other);
            }
            else
            {
                diff.Add(DifferenceKind.Removed, $"{path}.{key}.{name.Text}", type, null);
            }
        }

        foreach (var (name, type) in to.Entries.Where(entry => NodeDiff.Find(from, entry.Key.Text) is null))
        {
            diff.Add(DifferenceKind.Added, $"{path}.{key}.{name.Text}", null, type);
        }
    }

    private void Row(int number, int next, Cells from, Cells to)
    {
        var place = number == next ? $"row {Invariant.Text(number)}" : $"row {Invariant.Text(number)} → {Invariant.Text(next)}";
        foreach (var name in from.Values.Keys.Union(to.Values.Keys, StringComparer.Ordinal))
        {
            var (cell, other) = (from.Values.GetValueOrDefault(name), to.Values.GetValueOrDefault(name));
            if (!string.Equals(cell, other, StringComparison.Ordinal))
            {
                var kind = cell is null ? DifferenceKind.Added : other is null ? DifferenceKind.Removed : DifferenceKind.Changed;
                diff.Add(kind, $"{path}.table[{place}].{name}", cell, other, from.Line, to.Line);
            }
        }
    }

    private static List<Cells> Rows(PackMapping decision)
    {
        var inputs = Names(decision, "inputs");
        var outputs = Names(decision, "outputs");
        return [.. ((PackSequence)NodeDiff.Find(decision, "table")!).Items.Select(item => Row(item, inputs, outputs))];
    }

    private static List<string> Names(PackMapping decision, string key) =>
        [.. ((PackMapping)NodeDiff.Find(decision, key)!).Entries.Select(entry => entry.Key.Text)];

    private static Cells Row(PackNode item, List<string> inputs, List<string> outputs)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        if (item is not PackMapping row)
        {
            values["row"] = NodeText.Of(item);
            return new Cells(values, item.Line);
        }

        Fill(values, NodeDiff.Find(row, "if"), inputs, "");
        Fill(values, NodeDiff.Find(row, "then"), outputs, "→ ");
        foreach (var (key, value) in row.Entries.Where(entry => entry.Key.Text is not ("if" or "then")))
        {
            values[key.Text] = NodeText.Of(value);
        }

        return new Cells(values, item.Line);
    }

    private static void Fill(Dictionary<string, string> values, PackNode? cells, List<string> names, string prefix)
    {
        foreach (var (at, cell) in ((cells as PackSequence)?.Items ?? []).Index())
        {
            values[prefix + (at < names.Count ? names[at] : Invariant.Text(at + 1))] = NodeText.Of(cell);
        }
    }

    private static string Text(Cells row) => string.Join(", ", row.Values.OrderBy(cell => cell.Key, StringComparer.Ordinal).Select(cell => $"{cell.Key}: {cell.Value}"));

    private sealed record Cells(IReadOnlyDictionary<string, string> Values, int Line);
}
