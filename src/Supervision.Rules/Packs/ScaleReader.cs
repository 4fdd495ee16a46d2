using Supervision.Rules.Packs.Yaml;

namespace Supervision.Rules.Packs;

/// <summary>Reads <c>scales:</c>: <c>信用等级: [A, B, C, D]</c>, or with <c>order</c> and <c>outside</c>.</summary>
internal static class ScaleReader
{
    public static IReadOnlyDictionary<string, PackScale> Read(PackReader reader, PackNode? node)
    {
        var scales = new Dictionary<string, PackScale>(StringComparer.Ordinal);
        foreach (var (name, value) in node is null ? [] : reader.Entries(node))
        {
            scales.Add(name.Text, One(reader, name.Text, value));
        }

        return scales;
    }

    private static PackScale One(PackReader reader, string name, PackNode node)
    {
        if (node is PackSequence)
        {
            return new PackScale(name, reader.Words(node, []), []);
        }

        var form = reader.Object(node);
        var order = reader.Words(form.Required("order"), []);
        var outside = form.Optional("outside") is { } others ? reader.Words(others, order) : [];
        PackText.Note(reader, form);
        form.Done();
        return new PackScale(name, order, outside);
    }
}
