using Supervision.Rules.Facts;
using Supervision.Rules.Feel;
using Supervision.Rules.Feel.Syntax;
using Supervision.Rules.Packs.Expressions.Nodes;

namespace Supervision.Rules.Packs.Expressions;

/// <summary>The names that an expression may use where it stands, with their types. Immutable.</summary>
internal sealed class KnownNames
{
    private readonly Dictionary<string, FactType> _types;

    private KnownNames(Dictionary<string, FactType> types) => _types = types;

    public static KnownNames None { get; } = new(new(StringComparer.Ordinal));

    /// <summary>Lines whose posting <c>posted(id)</c> may ask for: those above, on the same date.</summary>
    public IReadOnlyList<string> Lines { get; private init; } = [];

    public IEnumerable<string> Names => _types.SelectMany(name =>
        name.Value.Kind == FactKind.Record ? name.Value.Fields!.Keys.Select(part => $"{name.Key}.{part}") : [name.Key]);

    /// <summary>Every name that stands for one value, with its type.</summary>
    public IEnumerable<KeyValuePair<string, FactType>> Facts() => _types.SelectMany(name =>
        name.Value.Kind == FactKind.Record
            ? name.Value.Fields!.Select(part => KeyValuePair.Create($"{name.Key}.{part.Key}", part.Value))
            : [name]);

    /// <summary>The names that have fields.</summary>
    public IEnumerable<string> Records() => _types.Where(name => name.Value.Kind == FactKind.Record).Select(name => name.Key);

    public FactType? this[string name] => _types.GetValueOrDefault(name);

    public KnownNames With(string name, FactType type) =>
        new(new(_types, StringComparer.Ordinal) { [name] = type }) { Lines = Lines };

    public KnownNames With(IEnumerable<KeyValuePair<string, FactType>> names) =>
        names.Aggregate(this, (known, name) => known.With(name.Key, name.Value));

    /// <summary>The names as the expression language knows them, with the parameters of the pack. A name here hides a parameter.</summary>
    public NameScope Scope(IReadOnlyDictionary<string, Parameter> parameters)
    {
        var scope = NameScope.Root([], NameWorld.Plain);
        scope.Add("posted", FeelType.AnyFunction, place => new PostedNode(place, Lines));
        foreach (var (name, parameter) in parameters)
        {
            var hasKeys = parameter.Values.Any(value => value.KeyCount > 0);
            scope.Add(name, hasKeys ? FeelType.AnyFunction : FeelType.Any, hasKeys
                ? place => new KeyedParameterNode(place, parameter)
                : place => new ParameterNode(place, parameter, []));
        }

        foreach (var (name, type) in _types)
        {
            var of = FactValues.TypeOf(type);
            scope.Add(name, of, type.Kind == FactKind.Record && type.Fields is not null
                ? place => new RecordNode(place, name, type)
                : place => new FactNode(place, null, name, of));
        }

        return scope;
    }

    public KnownNames After(IReadOnlyList<string> lines) => new(_types) { Lines = lines };
}
