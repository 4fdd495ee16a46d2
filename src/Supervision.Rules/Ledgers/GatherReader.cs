using Supervision.Rules.Packs.Expressions;
using Supervision.Rules.Packs.Expressions.Nodes;
using Supervision.Rules.Facts;
using Supervision.Rules.Feel;
using Supervision.Rules.Packs;
using Supervision.Rules.Packs.Yaml;

namespace Supervision.Rules.Ledgers;

/// <summary>Reads <c>gather:</c>, of a line or of the whole pack. A name may use those above it.</summary>
internal sealed class GatherReader(
    ExpressionReader expressions, PackVocabulary vocabulary, KnownNames names, string? ledger, FactType? eventType)
{
    private static readonly string[] s_folds = ["sum", "count", "max", "min", "mean", "first", "last", "any", "all", "list"];
    private readonly PackReader _reader = expressions.Reader;
    private readonly Dictionary<string, Gather> _read = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, Gather> Read(PackNode node)
    {
        foreach (var (name, value) in _reader.Entries(node))
        {
            _read.Add(name.Text, One(name.Text, value));
        }

        return _read;
    }

    private Gather One(string name, PackNode node)
    {
        var form = _reader.Object(node);
        if (form.Optional("quotient") is { } quotient)
        {
            return Quotient(name, form, quotient);
        }

        var (source, of, element) = Source(form.Required("of"));
        var known = names.With(_read.Select(one => KeyValuePair.Create(one.Key, one.Value.Type)));
        known = known.With(element.Name, element.Type);
        var fold = _reader.Word(form.Required("fold"), s_folds);
        var value = Value(form, fold, source, known);
        Period? within = form.Optional("within") is { } length ? _reader.Period(length) : null;
        var since = form.Optional("since") is { } start ? Since(start, source) : null;
        int? last = form.Optional("last") is { } latest ? (int)Math.Max(1, decimal.Truncate(_reader.Number(latest))) : null;
        var mustSay = fold is "max" or "min" or "mean" or "first" or "last" || (last is not null && source is not GatherSource.PastItems);
        var type = fold is "any" or "all" ? FactType.Truth : fold is "first" or "last" ? value?.Type ?? FactType.Unknown
            : fold is "list" ? FactType.ListOf(value?.Type ?? FactType.Text)
            : FactType.Number;
        var gather = new Gather
        {
            Name = name,
            Source = source,
            Of = of,
            IsForeign = source is GatherSource.Entries && of != ledger,
            Fold = fold,
            Where = form.Optional("where") is { } where ? expressions.Truth(where, known) : null,
            Value = value,
            Within = within,
            Since = since,
            Last = last,
            Empty = Empty(mustSay ? form.Required("empty") : form.Optional("empty"), type),
            Round = fold is "mean" ? RoundingReader.Read(_reader, form.Required("round")) : null,
            Type = type,
        };
        PackText.Note(_reader, form);
        form.Done();
        return gather;
    }

    private Gather Quotient(string name, PackObject form, PackNode node)
    {
        var parts = _reader.Items(node).Select(part => _reader.Word(part, _read.Count == 0 ? [""] : [.. _read.Keys])).ToList();
        if (parts.Count != 2)
        {
            _reader.Errors.Add(node, "SUP5026", Invariant.Text(parts.Count), "2");
        }

        var gather = new Gather
        {
            Name = name,
            Source = GatherSource.Quotient,
            Of = "",
            Fold = "quotient",
            Quotient = parts.Count == 2 ? (parts[0], parts[1]) : ("", ""),
            Round = RoundingReader.Read(_reader, form.Required("round")),
            Empty = Empty(form.Required("empty"), FactType.Number),
            Type = FactType.Number,
        };
        PackText.Note(_reader, form);
        form.Done();
        return gather;
    }

    private (GatherSource Source, string Of, (string Name, FactType Type) Element) Source(PackNode? node)
    {
        var sources = new Dictionary<string, (GatherSource, string, (string, FactType))>(StringComparer.Ordinal);
        if (ledger is not null)
        {
            sources["entries"] = (GatherSource.Entries, ledger, ("entry", EntryType.Of([])));
        }

        foreach (var (name, type) in eventType?.Fields ?? new Dictionary<string, FactType>(StringComparer.Ordinal))
        {
            if (type.Kind == FactKind.List)
            {
                sources[$"event.{name}"] = (GatherSource.Items, name, ("item", type.Item!));
            }
        }

        foreach (var name in vocabulary.State.Records().Where(name => name is not "subject"))
        {
            sources[$"entries.{name}"] = (GatherSource.Entries, name, ("entry", EntryType.Of([])));
        }

        foreach (var (kind, type) in vocabulary.Events)
        {
            sources[$"events.{kind}"] = (GatherSource.Events, kind, ("past", type));
            foreach (var (field, list) in type.Fields!.Where(field => field.Value.Kind == FactKind.List))
            {
                sources[$"events.{kind}.{field}"] = (GatherSource.PastItems, $"{kind}.{field}", ("item", list.Item!));
            }
        }

        if (node is PackScalar scalar && scalar.Text.StartsWith("results.", StringComparison.Ordinal))
        {
            return (GatherSource.Results, scalar.Text["results.".Length..], ("result", FactType.Record(("value", FactType.Text), ("on", FactType.Date))));
        }

        return sources[_reader.Word(node, [.. sources.Keys])];
    }

    private RuleExpression? Value(PackObject form, string fold, GatherSource source, KnownNames known)
    {
        var isOptional = fold is "count" or "any" || source is GatherSource.Entries or GatherSource.Results;
        var node = isOptional ? form.Optional("value") : form.Required("value");
        if (node is null)
        {
            return fold is "count" or "any" ? null
                : Itself(source);
        }

        return fold is "any" or "all" ? expressions.Truth(node, known)
            : fold is "first" or "last" or "list" ? expressions.Any(node, known)
            : expressions.Number(node, known);
    }

    // An entry counts with its points, a result with its value.
    private static RuleExpression Itself(GatherSource source)
    {
        var (root, field) = source is GatherSource.Results ? ("result", "value") : ("entry", "points");
        return new RuleExpression($"{root}.{field}", new FactNode(default, root, field, source is GatherSource.Results ? FeelType.Any : FeelType.Number), null, [$"{root}.{field}"], "");
    }

    private string Since(PackNode node, GatherSource source) => _reader.Word(
        node, source is GatherSource.Entries ? ["step"] : [.. vocabulary.Events.Keys]);

    // "error" is absent: nothing becomes zero silently.
    private Fact Empty(PackNode? node, FactType type)
    {
        if (node is null || node is PackScalar { IsQuoted: false, Text: "error" })
        {
            return default;
        }

        return type.Kind switch
        {
            FactKind.Number => Fact.Of(_reader.Number(node)),
            FactKind.Truth => Fact.Of(_reader.Boolean(node)),
            _ => Fact.Of(_reader.Text(node)),
        };
    }
}
