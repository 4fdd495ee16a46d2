using Supervision.Rules.Packs;
using Supervision.Rules.Packs.Yaml;

namespace Supervision.Rules.Differences;

/// <summary>A value on one line, the same for all ways of writing it.</summary>
internal static class NodeText
{
    public static string Of(PackNode node) => node switch
    {
        PackMapping mapping => mapping.Entries.Count == 0 ? "{}"
            : $"{{ {string.Join(", ", mapping.Entries.Select(entry => $"{entry.Key.Text}: {Of(entry.Value)}"))} }}",
        PackSequence list => $"[{string.Join(", ", list.Items.Select(Of))}]",
        PackScalar { IsQuoted: false } scalar when PackReader.TryExact(scalar.Text, int.MaxValue, out var number) =>
            Invariant.Text(number),
        PackScalar scalar => scalar.Text,
        _ => "",
    };
}
