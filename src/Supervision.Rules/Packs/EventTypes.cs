using Supervision.Rules.Facts;
using Supervision.Rules.Packs.Yaml;

namespace Supervision.Rules.Packs;

/// <summary>Reads <c>events:</c> and <c>subject:</c>: what a history may hold.</summary>
internal sealed class EventTypes(PackReader reader, IReadOnlyDictionary<string, PackScale> scales)
{
    /// <summary>Severities of the built-in point notice, in the order of <see cref="Supervision.Credit.OffenceSeverity"/>.</summary>
    public static IReadOnlyList<string> Severities { get; } = ["slight", "ordinary", "heavier", "serious"];

    /// <summary>The events that every pack knows, unless it declares them otherwise.</summary>
    public static IReadOnlyDictionary<string, FactType> BuiltIn { get; } = new Dictionary<string, FactType>(StringComparer.Ordinal)
    {
        ["PointNoticeServed"] = Event(("faults", FactType.ListOf(FactType.Record(("code", FactType.Text), ("severity", FactType.OfWords(Severities)))))),
        ["CommitmentBreached"] = Event(),
        ["RepairApproved"] = Event(("points", FactType.Number)),
    };

    public IReadOnlyDictionary<string, FactType> Events(PackNode? declared, IEnumerable<string> fired)
    {
        var events = new Dictionary<string, FactType>(BuiltIn, StringComparer.Ordinal);
        foreach (var (kind, fields) in declared is null ? [] : reader.Entries(declared))
        {
            events[kind.Text] = Event([.. Fields(fields).Select(field => (field.Key, field.Value))]);
        }

        foreach (var kind in fired)
        {
            events.TryAdd(kind, Event());
        }

        return events;
    }

    public IReadOnlyDictionary<string, FactType> Subject(PackNode? declared) =>
        declared is null ? new Dictionary<string, FactType>(StringComparer.Ordinal) : Fields(declared);

    private static FactType Event(params IEnumerable<(string, FactType)> fields) => FactType.Record(
        [("id", FactType.Text), ("on", FactType.Date), ("recordedOn", FactType.Date), .. fields]);

    private Dictionary<string, FactType> Fields(PackNode node)
    {
        var fields = new Dictionary<string, FactType>(StringComparer.Ordinal);
        foreach (var (name, type) in reader.Entries(node))
        {
            var isOptional = name.Text.EndsWith('?');
            var bare = isOptional ? name.Text[..^1] : name.Text;
            if (bare is "id" or "on" or "recordedOn" || !fields.TryAdd(bare, Type(type) with { IsOptional = isOptional }))
            {
                reader.Errors.Add(name, "SUP5007", bare);
            }
        }

        return fields;
    }

    // number, text, boolean, date; [words]; a scale; { each: { fields of an item } }.
    public FactType Type(PackNode node)
    {
        if (node is PackSequence)
        {
            return FactType.OfWords(reader.Words(node, []));
        }

        if (node is PackMapping)
        {
            var form = reader.Object(node);
            var item = form.Required("each");
            form.Done();
            return FactType.ListOf(item is null ? FactType.Text : new FactType(FactKind.Record, Fields: Fields(item)));
        }

        if (node is PackScalar scalar && scales.TryGetValue(scalar.Text, out var scale))
        {
            return scale.Type;
        }

        return reader.Word(node, "number", "text", "boolean", "date") switch
        {
            "number" => FactType.Number,
            "boolean" => FactType.Truth,
            "date" => FactType.Date,
            _ => FactType.Text,
        };
    }
}
