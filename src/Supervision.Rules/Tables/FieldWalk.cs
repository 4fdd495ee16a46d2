using Supervision.Rules.Differences;
using Supervision.Rules.Packs.Yaml;

namespace Supervision.Rules.Tables;

/// <summary>Goes through a pack and names the values that a form can offer.</summary>
internal static class FieldWalk
{
    public static IEnumerable<(PackScalar Scalar, PackFieldKind Kind, string Of, int Row, string Label)> Of(PackNode root)
    {
        if (root is not PackMapping pack)
        {
            yield break;
        }

        if (NodeDiff.Find(pack, "version") is PackScalar version)
        {
            yield return (version, PackFieldKind.Version, "", 0, "");
        }

        foreach (var (key, kind) in new[] { ("from", PackFieldKind.From), ("to", PackFieldKind.To) })
        {
            if (NodeDiff.Find(pack, "effective") is PackMapping effective && NodeDiff.Find(effective, key) is PackScalar day)
            {
                yield return (day, kind, "", 0, "");
            }
        }

        foreach (var field in Each(pack, "parameters").SelectMany(entry => Parameter(entry.Key.Text, entry.Value)))
        {
            yield return field;
        }

        foreach (var field in Each(pack, "decisions").SelectMany(entry => Table(entry.Key.Text, entry.Value)))
        {
            yield return field;
        }
    }

    private static IReadOnlyList<KeyValuePair<PackScalar, PackNode>> Each(PackMapping pack, string key) =>
        (NodeDiff.Find(pack, key) as PackMapping)?.Entries ?? [];

    private static IEnumerable<(PackScalar, PackFieldKind, string, int, string)> Parameter(string name, PackNode node)
    {
        var values = node is PackMapping form && NodeDiff.Find(form, "values") is PackMapping inner ? inner : node as PackMapping;
        foreach (var (row, (date, value)) in (values?.Entries ?? []).Index())
        {
            yield return (date, PackFieldKind.ParameterDate, name, row, "");
            foreach (var (scalar, label) in Values(value, ""))
            {
                yield return (scalar, PackFieldKind.ParameterValue, name, row, label);
            }
        }
    }

    // 12; { slight: 1, … }; { a: { slight: 1 } }; [1, 1.25]; { value: 12, basis: …, note: … }.
    private static IEnumerable<(PackScalar Scalar, string Label)> Values(PackNode value, string label) => value switch
    {
        PackScalar scalar => [(scalar, label)],
        PackMapping dated when label.Length == 0 && NodeDiff.Find(dated, "value") is { } inner => Values(inner, label),
        PackMapping keyed => keyed.Entries.SelectMany(entry => Values(entry.Value, label.Length == 0 ? entry.Key.Text : $"{label} {entry.Key.Text}")),
        PackSequence list => list.Items.Index().SelectMany(item => Values(item.Item, $"{label} {Packs.Invariant.Text(item.Index)}".TrimStart())),
        _ => [],
    };

    private static IEnumerable<(PackScalar, PackFieldKind, string, int, string)> Table(string name, PackNode node)
    {
        if (node is not PackMapping decision || NodeDiff.Find(decision, "table") is not PackSequence rows)
        {
            yield break;
        }

        foreach (var (at, item) in rows.Items.Index())
        {
            foreach (var (key, columns, kind) in new[] { ("if", "inputs", PackFieldKind.Test), ("then", "outputs", PackFieldKind.Output) })
            {
                var names = Each(decision, columns);
                foreach (var (column, cell) in ((item is PackMapping row ? NodeDiff.Find(row, key) as PackSequence : null)?.Items ?? []).Index())
                {
                    if (cell is PackScalar scalar && column < names.Count)
                    {
                        yield return (scalar, kind, name, at, names[column].Key.Text);
                    }
                }
            }

            if (item is PackMapping noted && NodeDiff.Find(noted, "note") is PackScalar note)
            {
                yield return (note, PackFieldKind.Note, name, at, "");
            }
        }
    }
}
