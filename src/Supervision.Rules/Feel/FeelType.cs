namespace Supervision.Rules.Feel;

/// <summary>What a name may hold, as far as it is declared. Immutable; thread-safe.</summary>
public sealed class FeelType
{
    private FeelType(FeelKind? kind, string name)
    {
        Kind = kind;
        Name = name;
    }

    /// <summary>Anything: checked only when an expression is evaluated.</summary>
    public static FeelType Any { get; } = new(null, "Any");

    /// <summary>A number.</summary>
    public static FeelType Number { get; } = new(FeelKind.Number, "number");

    /// <summary>A string.</summary>
    public static FeelType Text { get; } = new(FeelKind.Text, "string");

    /// <summary>True or false.</summary>
    public static FeelType Boolean { get; } = new(FeelKind.Boolean, "boolean");

    /// <summary>A calendar day.</summary>
    public static FeelType Date { get; } = new(FeelKind.Date, "date");

    /// <summary>A time of day.</summary>
    public static FeelType Time { get; } = new(FeelKind.Time, "time");

    /// <summary>A day with a time.</summary>
    public static FeelType DateTime { get; } = new(FeelKind.DateTime, "date and time");

    /// <summary>A duration in days and seconds.</summary>
    public static FeelType DayTimeDuration { get; } = new(FeelKind.DayTimeDuration, "days and time duration");

    /// <summary>A duration in years and months.</summary>
    public static FeelType YearMonthDuration { get; } = new(FeelKind.YearMonthDuration, "years and months duration");

    internal static FeelType Null { get; } = new(FeelKind.Null, "Null");

    internal static FeelType AnyList { get; } = ListOf(Any);

    internal static FeelType AnyContext { get; } = new(FeelKind.Context, "context");

    internal static FeelType AnyRange { get; } = RangeOf(Any);

    internal static FeelType AnyFunction { get; } = new(FeelKind.Function, "function");

    /// <summary>Its name in the language.</summary>
    public string Name { get; private init; }

    /// <summary>The kind, or null for anything.</summary>
    internal FeelKind? Kind { get; }

    /// <summary>Of a list the type of its items, of a range that of its ends, of a function that of its result.</summary>
    internal FeelType Element { get; private init; } = null!;

    /// <summary>Of a context its declared entries, or null where any may stand.</summary>
    internal IReadOnlyDictionary<string, FeelType>? Members { get; private init; }

    /// <summary>Of a function the types of its parameters, or null where any may stand.</summary>
    internal IReadOnlyList<FeelType>? Parameters { get; private init; }

    /// <summary>The words that a text may be, or null for any text.</summary>
    internal IReadOnlyList<string>? Words { get; private init; }

    /// <summary>The ordered scale that the words are grades of, or null.</summary>
    internal string? Scale { get; private init; }

    /// <summary>What the values of a DMN item definition must satisfy besides, or null.</summary>
    internal FeelUnaryTests? Allowed { get; private init; }

    /// <summary>A list of items of one type.</summary>
    public static FeelType ListOf(FeelType items)
    {
        ArgumentNullException.ThrowIfNull(items);
        return new FeelType(FeelKind.List, $"list<{items.Name}>") { Element = items };
    }

    /// <summary>A context with these entries at least.</summary>
    public static FeelType ContextOf(params IEnumerable<KeyValuePair<string, FeelType>> members)
    {
        var declared = members.ToDictionary(member => FeelName.Normalized(member.Key), member => member.Value, StringComparer.Ordinal);
        return new FeelType(FeelKind.Context, $"context<{string.Join(", ", declared.Select(member => $"{member.Key}: {member.Value.Name}"))}>")
        {
            Members = declared,
        };
    }

    /// <inheritdoc/>
    public override string ToString() => Name;

    internal static FeelType RangeOf(FeelType ends) => new(FeelKind.Range, $"range<{ends.Name}>") { Element = ends };

    internal static FeelType FunctionOf(IReadOnlyList<FeelType> parameters, FeelType result) =>
        new(FeelKind.Function, $"function<{string.Join(", ", parameters.Select(type => type.Name))}>->{result.Name}")
        {
            Parameters = parameters,
            Element = result,
        };

    /// <summary>A text that is one of some words, perhaps grades of a scale.</summary>
    internal static FeelType OfWords(IReadOnlyList<string> words, string? scale = null) =>
        new(FeelKind.Text, $"one of {string.Join(", ", words)}") { Words = words, Scale = scale };

    internal static FeelType? Named(string name) => name switch
    {
        "Any" => Any,
        "number" => Number,
        "string" => Text,
        "boolean" => Boolean,
        "date" => Date,
        "time" => Time,
        "date and time" or "dateTime" => DateTime,
        "days and time duration" or "dayTimeDuration" => DayTimeDuration,
        "years and months duration" or "yearMonthDuration" => YearMonthDuration,
        "Null" => Null,
        "list" => AnyList,
        "context" => AnyContext,
        "range" => AnyRange,
        "function" => AnyFunction,
        _ => null,
    };

    internal static FeelType OfValue(FeelValue value) => value.Kind switch
    {
        FeelKind.Null => Any,
        FeelKind.Number => Number,
        FeelKind.Text => Text,
        FeelKind.Boolean => Boolean,
        FeelKind.Date => Date,
        FeelKind.Time => Time,
        FeelKind.DateTime => DateTime,
        FeelKind.DayTimeDuration => DayTimeDuration,
        FeelKind.YearMonthDuration => YearMonthDuration,
        FeelKind.List => AnyList,
        FeelKind.Context => AnyContext,
        FeelKind.Range => AnyRange,
        _ => AnyFunction,
    };

    /// <summary>The same type under the name of a DMN item definition, with what its values must satisfy.</summary>
    internal FeelType As(string name, FeelUnaryTests? allowed) => new(Kind, name)
    {
        Element = Element,
        Members = Members,
        Parameters = Parameters,
        Words = Words,
        Scale = Scale,
        Allowed = allowed,
    };

    /// <summary>Whether a value is of this type; what DMN allows besides is not asked. Null is of no type but Null.</summary>
    internal bool Has(FeelValue value)
    {
        if (value.IsNull || Kind is null)
        {
            return value.IsNull ? Kind == FeelKind.Null : true;
        }

        if (value.Kind != Kind)
        {
            return false;
        }

        return Kind switch
        {
            FeelKind.List => Element.Kind is null || Array.TrueForAll(value.List.Items, item => item.IsNull || Element.Has(item)),
            FeelKind.Context => Members is null
                || Members.All(member => value.Context.TryGet(member.Key, out var entry) && (entry.IsNull || member.Value.Has(entry))),
            FeelKind.Range => Element.Kind is null
                || ((value.Range.Low.IsNull || Element.Has(value.Range.Low)) && (value.Range.High.IsNull || Element.Has(value.Range.High))),
            FeelKind.Function => Parameters is null || value.Function.Is(this),
            _ => true,
        };
    }

    /// <summary>Whether a value of this type can be one of the other; true wherever one of them is not known.</summary>
    internal bool CanBe(FeelType other)
    {
        if (Kind is null or FeelKind.Null || other.Kind is null or FeelKind.Null)
        {
            return true;
        }

        return Kind == other.Kind && (Kind is not (FeelKind.List or FeelKind.Range) || Element.CanBe(other.Element));
    }

    /// <summary>Whether every value of this type is one of the other.</summary>
    internal bool Conforms(FeelType other)
    {
        if (other.Kind is null || Kind == FeelKind.Null)
        {
            return true;
        }

        if (Kind != other.Kind)
        {
            return false;
        }

        return Kind switch
        {
            FeelKind.List or FeelKind.Range => Element.Conforms(other.Element),
            FeelKind.Context => other.Members is null || (Members is not null && other.Members.All(
                member => Members.TryGetValue(member.Key, out var own) && own.Conforms(member.Value))),
            FeelKind.Function => other.Parameters is null || (Parameters is not null && Parameters.Count == other.Parameters.Count
                && Element.Conforms(other.Element) && other.Parameters.Zip(Parameters).All(pair => pair.First.Conforms(pair.Second))),
            _ => true,
        };
    }

    /// <summary>The type that values of both have.</summary>
    internal static FeelType Common(FeelType left, FeelType right) =>
        left.Kind == FeelKind.Text && right.Kind == FeelKind.Text ? ReferenceEquals(left.Words, right.Words) ? left : Text
        : left.Kind == FeelKind.Null ? right : right.Kind == FeelKind.Null || right.Conforms(left) ? left : left.Conforms(right) ? right : Any;
}
