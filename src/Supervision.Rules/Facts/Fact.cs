using System.Runtime.InteropServices;
using Supervision.Rules.Packs;

namespace Supervision.Rules.Facts;

/// <summary>One value that a policy may look at: a number, a text, a truth, a civil date, a list or a record. Immutable.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly struct Fact : IEquatable<Fact>
{
    private readonly decimal _number;
    private readonly object? _value;

    private Fact(FactKind kind, object? value, decimal number) => (Kind, _value, _number) = (kind, value, number);

    /// <summary>What it is; <see cref="FactKind.Absent"/> for the default value.</summary>
    public FactKind Kind { get; }

    /// <summary>The number.</summary>
    /// <exception cref="InvalidOperationException">It is something else.</exception>
    public decimal Number => Kind == FactKind.Number ? _number : throw Not(FactKind.Number);

    /// <summary>The text.</summary>
    /// <exception cref="InvalidOperationException">It is something else.</exception>
    public string Text => Kind == FactKind.Text ? (string)_value! : throw Not(FactKind.Text);

    /// <summary>True or false.</summary>
    /// <exception cref="InvalidOperationException">It is something else.</exception>
    public bool Truth => Kind == FactKind.Truth ? _number != 0 : throw Not(FactKind.Truth);

    /// <summary>The civil date.</summary>
    /// <exception cref="InvalidOperationException">It is something else.</exception>
    public DateOnly Date => Kind == FactKind.Date ? DateOnly.FromDayNumber((int)_number) : throw Not(FactKind.Date);

    /// <summary>The items of a list.</summary>
    /// <exception cref="InvalidOperationException">It is something else.</exception>
    public IReadOnlyList<Fact> Items => Kind == FactKind.List ? (IReadOnlyList<Fact>)_value! : throw Not(FactKind.List);

    /// <summary>The fields of a record.</summary>
    /// <exception cref="InvalidOperationException">It is something else.</exception>
    public IReadOnlyDictionary<string, Fact> Fields =>
        Kind == FactKind.Record ? (IReadOnlyDictionary<string, Fact>)_value! : throw Not(FactKind.Record);

    /// <summary>A number.</summary>
    public static Fact Of(decimal number) => new(FactKind.Number, null, number);

    /// <summary>A text.</summary>
    public static Fact Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new(FactKind.Text, text, 0);
    }

    /// <summary>True or false.</summary>
    public static Fact Of(bool truth) => new(FactKind.Truth, null, truth ? 1 : 0);

    /// <summary>A civil date.</summary>
    public static Fact Of(DateOnly date) => new(FactKind.Date, null, date.DayNumber);

    /// <summary>A list; it must not be changed afterwards.</summary>
    public static Fact List(params IReadOnlyList<Fact> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        return new(FactKind.List, items, 0);
    }

    /// <summary>A record; it must not be changed afterwards.</summary>
    public static Fact Record(IReadOnlyDictionary<string, Fact> fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new(FactKind.Record, fields, 0);
    }

    /// <summary>A record of named facts.</summary>
    public static Fact Record(params IEnumerable<(string Name, Fact Value)> fields) =>
        Record(fields.ToDictionary(field => field.Name, field => field.Value, StringComparer.Ordinal));

    /// <summary>A field of a record; absent where there is none, or where this is no record.</summary>
    public Fact this[string field] =>
        Kind == FactKind.Record && Fields.TryGetValue(field, out var value) ? value : default;

    /// <summary>Equal in kind and value; 3.0 is 3.</summary>
    public static bool operator ==(Fact left, Fact right) => left.Equals(right);

    /// <summary>Not equal.</summary>
    public static bool operator !=(Fact left, Fact right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(Fact other) => Kind == other.Kind && Kind switch
    {
        FactKind.List => Items.SequenceEqual(other.Items),
        FactKind.Record => Fields.Count == other.Fields.Count
            && Fields.All(field => other.Fields.TryGetValue(field.Key, out var value) && field.Value.Equals(value)),
        FactKind.Text => string.Equals(Text, other.Text, StringComparison.Ordinal),
        _ => _number == other._number,
    };

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Fact other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Kind switch
    {
        FactKind.List => HashCode.Combine(Kind, Items.Count),
        FactKind.Record => HashCode.Combine(Kind, Fields.Count),
        FactKind.Text => StringComparer.Ordinal.GetHashCode(Text),
        _ => HashCode.Combine(Kind, _number),
    };

    /// <summary>The value as policies write it: 3, B, true, 2026-01-31, [a, b], { a: 1 }.</summary>
    public override string ToString() => Kind switch
    {
        FactKind.Absent => "-",
        FactKind.Number => Invariant.Text(_number),
        FactKind.Truth => _number != 0 ? "true" : "false",
        FactKind.Date => Invariant.Text(Date),
        FactKind.List => $"[{string.Join(", ", Items)}]",
        FactKind.Record => $"{{ {string.Join(", ", Fields.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => $"{field.Key}: {field.Value}"))} }}",
        _ => Text,
    };

    private InvalidOperationException Not(FactKind wanted) => new($"The fact {this} is a {Kind}, not a {wanted}.");
}
