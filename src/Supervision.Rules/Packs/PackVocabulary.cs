using Supervision.Rules.Packs.Expressions;
using Supervision.Rules.Facts;
using Supervision.Rules.Ledgers;
using Supervision.Rules.Packs.Yaml;

namespace Supervision.Rules.Packs;

/// <summary>The kinds of events, the attributes of the subject and the readings that the parts of a pack may name. Immutable.</summary>
internal sealed class PackVocabulary
{
    public PackVocabulary(
        IReadOnlyDictionary<string, FactType> events, IReadOnlyDictionary<string, FactType> subject, IReadOnlyList<string> ledgers)
    {
        (Events, SubjectFields) = (events, subject);
        Subject = subject.Count == 0 ? KnownNames.None : KnownNames.None.With("subject", new FactType(FactKind.Record, Fields: subject));
        var reading = FactType.Record(LedgerReading.Names.Select(name => (name, FactType.Number)));
        State = Subject.With(ledgers.Select(ledger => KeyValuePair.Create(ledger, reading)));
    }

    /// <summary>Fields of each kind of event.</summary>
    public IReadOnlyDictionary<string, FactType> Events { get; }

    public IReadOnlyDictionary<string, FactType> SubjectFields { get; }

    /// <summary>The subject's attributes.</summary>
    public KnownNames Subject { get; }

    /// <summary>The subject's attributes and all readings.</summary>
    public KnownNames State { get; private init; }

    /// <summary>With names that are gathered over the whole pack.</summary>
    public PackVocabulary With(IEnumerable<KeyValuePair<string, FactType>> gathers) =>
        new(Events, SubjectFields, []) { State = State.With(gathers) };

    public string Kind(PackReader reader, PackNode? node) => reader.Word(node, [.. Events.Keys]);

    /// <summary>One kind, or a list of kinds.</summary>
    public IReadOnlyList<string> Kinds(PackReader reader, PackNode? node) =>
        node is PackSequence list ? [.. list.Items.Select(item => Kind(reader, item))] : [Kind(reader, node)];

    /// <summary>The fields that all these kinds have.</summary>
    public FactType EventType(IReadOnlyList<string> kinds) => new(FactKind.Record, Fields: kinds
        .Select(kind => Events[kind].Fields!)
        .Aggregate((IEnumerable<KeyValuePair<string, FactType>>)Events[kinds[0]].Fields!, (common, fields) =>
            common.Where(field => fields.TryGetValue(field.Key, out var type) && type.Kind == field.Value.Kind))
        .ToDictionary(field => field.Key, field => field.Value, StringComparer.Ordinal));

    /// <summary>The field of an event, written "event.of".</summary>
    public string Field(PackReader reader, PackNode? node, string kind, FactKind wanted) => Field(reader, node, [kind], wanted);

    public string Field(PackReader reader, PackNode? node, IReadOnlyList<string> kinds, FactKind wanted)
    {
        var known = EventType(kinds).Fields!.Where(field => field.Value.Kind == wanted).Select(field => $"event.{field.Key}").ToList();
        if (known.Count > 0)
        {
            return reader.Word(node, known)["event.".Length..];
        }

        if (node is not null)
        {
            reader.Errors.Add(node, "SUP5020", node.Form, $"a {new FactType(wanted)} of {string.Join(", ", kinds)}");
        }

        return "";
    }
}
