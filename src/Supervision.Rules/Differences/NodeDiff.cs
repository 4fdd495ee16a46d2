using Supervision.Rules.Packs;
using Supervision.Rules.Packs.Yaml;

namespace Supervision.Rules.Differences;

/// <summary>Walks two trees side by side.</summary>
internal sealed class NodeDiff(List<PackDifference> differences)
{
    // The order of these decides: the uppermost decision, column or ledger comes first.
    private static readonly string[] s_ordered = ["decisions", "ledgers", "scales"];

    public void Compare(string path, PackNode before, PackNode after)
    {
        switch (before, after)
        {
            case (PackMapping from, PackMapping to) when IsParameter(path):
                Parameter(path, from, to);
                break;
            case (PackMapping from, PackMapping to) when TableDiff.IsTable(from) && TableDiff.IsTable(to):
                new TableDiff(this, path, from, to).Run();
                Mapping(path, from, to, TableDiff.Keys);
                break;
            case (PackMapping from, PackMapping to):
                Mapping(path, from, to, []);
                break;
            case (PackSequence from, PackSequence to):
                Sequence(path, from, to);
                break;
            default:
                if (!string.Equals(NodeText.Of(before), NodeText.Of(after), StringComparison.Ordinal))
                {
                    Add(DifferenceKind.Changed, path, before, after);
                }

                break;
        }
    }

    public void Add(DifferenceKind kind, string path, PackNode? before, PackNode? after) => Add(
        kind, path, before is null ? null : NodeText.Of(before), after is null ? null : NodeText.Of(after), before?.Line ?? 0, after?.Line ?? 0);

    public void Add(DifferenceKind kind, string path, string? before, string? after, int lineBefore, int lineAfter) =>
        differences.Add(new PackDifference(Area(path), kind, path, before, after, lineBefore, lineAfter));

    private void Mapping(string path, PackMapping before, PackMapping after, IReadOnlyList<string> but)
    {
        foreach (var (key, value) in before.Entries)
        {
            if (but.Contains(key.Text, StringComparer.Ordinal))
            {
                continue;
            }

            if (Find(after, key.Text) is { } other)
            {
                Compare(Join(path, key.Text), value, other);
            }
            else
            {
                Add(DifferenceKind.Removed, Join(path, key.Text), value, null);
            }
        }

        foreach (var (key, value) in after.Entries)
        {
            if (!but.Contains(key.Text, StringComparer.Ordinal) && Find(before, key.Text) is null)
            {
                Add(DifferenceKind.Added, Join(path, key.Text), null, value);
            }
        }

        if (s_ordered.Contains(path, StringComparer.Ordinal))
        {
            Order(path, before, after);
        }
    }

    private void Order(string path, PackMapping before, PackMapping after)
    {
        var from = before.Entries.Select(entry => entry.Key.Text).Where(name => Find(after, name) is not null).ToList();
        var to = after.Entries.Select(entry => entry.Key.Text).Where(name => Find(before, name) is not null).ToList();
        if (!from.SequenceEqual(to, StringComparer.Ordinal))
        {
            Add(DifferenceKind.Moved, path, string.Join(", ", from), string.Join(", ", to), before.Line, after.Line);
        }
    }

    /// <summary>The short form { date: value } and the long one say the same.</summary>
    private void Parameter(string path, PackMapping before, PackMapping after)
    {
        var (from, to) = (Values(before), Values(after));
        Dated(path, from.Values, to.Values);
        Mapping(path, from.Others, to.Others, []);
    }

    private static (PackMapping Values, PackMapping Others) Values(PackMapping parameter) =>
        Find(parameter, "values") is PackMapping values
            ? (values, new PackMapping(parameter.Path, parameter.Line, parameter.Column, [.. parameter.Entries.Where(entry => entry.Key.Text is not "values")]))
            : (parameter, new PackMapping(parameter.Path, parameter.Line, parameter.Column, []));

    private void Dated(string path, PackMapping before, PackMapping after)
    {
        foreach (var date in before.Entries.Concat(after.Entries).Select(entry => entry.Key.Text).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var (from, to) = (Find(before, date), Find(after, date));
            var at = $"{path}[{date}]";
            if (from is null || to is null)
            {
                Add(from is null ? DifferenceKind.Added : DifferenceKind.Removed, at, from, to);
                continue;
            }

            Compare(at, Value(from), Value(to));
            Mapping(at, Remarks(from), Remarks(to), ["value"]);
        }
    }

    private static PackNode Value(PackNode dated) => (dated as PackMapping) is { } mapping && Find(mapping, "value") is { } value ? value : dated;

    private static PackMapping Remarks(PackNode dated) =>
        dated is PackMapping mapping && Find(mapping, "value") is not null ? mapping : new PackMapping(dated.Path, dated.Line, dated.Column, []);

    private void Sequence(string path, PackSequence before, PackSequence after)
    {
        foreach (var (from, to) in Pairing.Of(before.Items, after.Items))
        {
            var name = NameOf(to ?? from!) ?? NameOf(from ?? to!);
            var at = name is null ? $"{path}[{(from is null ? Place(after, to!) : Place(before, from))}]" : $"{path}[{name}]";
            if (from is not null && to is not null)
            {
                Compare(at, from, to);
            }
            else
            {
                Add(from is null ? DifferenceKind.Added : DifferenceKind.Removed, at, from, to);
            }
        }

        var moved = Pairing.Named(before.Items, after.Items);
        if (!moved.Before.SequenceEqual(moved.After, StringComparer.Ordinal) && Area(path) is not DifferenceArea.Example)
        {
            Add(DifferenceKind.Moved, path, string.Join(", ", moved.Before), string.Join(", ", moved.After), before.Line, after.Line);
        }
    }

    private static string Place(PackSequence list, PackNode item) => Invariant.Text(list.Items.TakeWhile(one => !ReferenceEquals(one, item)).Count() + 1);

    private static string? NameOf(PackNode node) => Pairing.NameOf(node);

    public static PackNode? Find(PackMapping mapping, string key) =>
        mapping.Entries.FirstOrDefault(entry => string.Equals(entry.Key.Text, key, StringComparison.Ordinal)).Value;

    private static bool IsParameter(string path) =>
        path.StartsWith("parameters.", StringComparison.Ordinal) && !path.AsSpan("parameters.".Length).ContainsAny('.', '[');

    private static string Join(string path, string key) => path.Length == 0 ? key
        : path.StartsWith("parameters.", StringComparison.Ordinal) && path.EndsWith(']') && key is not ("basis" or "note") ? $"{path}[{key}]"
        : $"{path}.{key}";

    private static DifferenceArea Area(string path)
    {
        var words = path.Split('.', '[');
        return words[0] is "examples" ? DifferenceArea.Example
            : words[^1] is "note" ? DifferenceArea.Note
            : words[0] is "source" || words.Contains("basis", StringComparer.Ordinal) ? DifferenceArea.Citation
            : words[0] is "parameters" ? DifferenceArea.Parameter
            : words[0] is "policy" or "version" or "effective" or "versionBy" or "transition" ? DifferenceArea.Version
            : words[0] is "decisions" && words.Any(word => word is "table" or "inputs" or "outputs" or "hit" or "complete") ? DifferenceArea.Table
            : DifferenceArea.Rule;
    }
}
