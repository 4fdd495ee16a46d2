using System.Diagnostics.CodeAnalysis;

namespace Supervision.Rules.Feel;

/// <summary>
/// A value of an expression. Immutable; thread-safe. <c>default</c> is null. Equality here is exact; the <c>=</c> of the
/// language has three answers and is not this.
/// </summary>
public readonly struct FeelValue : IEquatable<FeelValue>
{
    private readonly decimal _number;
    private readonly object? _object;
    private readonly FeelKind _kind;

    private FeelValue(FeelKind kind, decimal number, object? content)
    {
        _kind = kind;
        _number = number;
        _object = content;
    }

    /// <summary>No value.</summary>
    public static FeelValue Null => default;

    /// <summary>What kind of value this is.</summary>
    public FeelKind Kind => _kind == default ? FeelKind.Null : _kind;

    /// <summary>Whether there is no value.</summary>
    public bool IsNull => _kind == default;

    internal static FeelValue True { get; } = new(FeelKind.Boolean, 1, null);

    internal static FeelValue False { get; } = new(FeelKind.Boolean, 0, null);

    internal static FeelValue EmptyList { get; } = Of(FeelList.Empty);

    internal bool IsTrue => _kind == FeelKind.Boolean && _number != 0;

    internal bool IsFalse => _kind == FeelKind.Boolean && _number == 0;

    internal bool IsNumber => _kind == FeelKind.Number;

    /// <summary>The number; of a duration its seconds or months.</summary>
    internal decimal Number => _number;

    internal string Text => (string)_object!;

    internal FeelDate Date => (FeelDate)_object!;

    internal FeelTime Time => (FeelTime)_object!;

    internal FeelDateTime DateTime => (FeelDateTime)_object!;

    internal FeelList List => (FeelList)_object!;

    internal FeelContext Context => (FeelContext)_object!;

    internal FeelRange Range => (FeelRange)_object!;

    internal FeelFunction Function => (FeelFunction)_object!;

    /// <summary>How many lists and contexts are inside each other; 0 for a plain value.</summary>
    internal int Depth => _object switch
    {
        FeelList list => list.Depth,
        FeelContext context => context.Depth,
        FeelRange range => range.Depth,
        _ => 0,
    };

    /// <summary>A number.</summary>
    public static FeelValue Of(decimal number) => new(FeelKind.Number, number, null);

    /// <summary>A string; null for null.</summary>
    public static FeelValue Of(string? text) => text is null ? default : new(FeelKind.Text, 0, text);

    /// <summary>A truth value.</summary>
    public static FeelValue Of(bool truth) => truth ? True : False;

    /// <summary>A calendar day.</summary>
    public static FeelValue Of(DateOnly date) => Of(new FeelDate(date.Year, date.Month, date.Day));

    /// <summary>A date and time with its offset.</summary>
    public static FeelValue Of(DateTimeOffset instant) => Of(FeelDateTime.Of(instant));

    /// <summary>A days and time duration.</summary>
    public static FeelValue Of(TimeSpan duration) => DayTime(duration.Ticks / (decimal)TimeSpan.TicksPerSecond);

    /// <summary>A list of the values.</summary>
    public static FeelValue ListOf(params IEnumerable<FeelValue> items) => Of(new FeelList([.. items]));

    /// <summary>A context of the entries, in their order.</summary>
    /// <exception cref="ArgumentException">Two entries have one name.</exception>
    public static FeelValue ContextOf(params IEnumerable<KeyValuePair<string, FeelValue>> entries)
    {
        var context = new FeelContext.Builder();
        foreach (var (name, value) in entries)
        {
            if (!context.TryAdd(name, value))
            {
                throw new ArgumentException($"Two entries are called '{name}'.", nameof(entries));
            }
        }

        return context.Build();
    }

    internal static FeelValue DayTime(decimal seconds) => new(FeelKind.DayTimeDuration, seconds, null);

    internal static FeelValue YearMonth(decimal months) => new(FeelKind.YearMonthDuration, months, null);

    internal static FeelValue Of(FeelDate date) => new(FeelKind.Date, 0, date);

    internal static FeelValue Of(FeelTime time) => new(FeelKind.Time, 0, time);

    internal static FeelValue Of(FeelDateTime dateTime) => new(FeelKind.DateTime, 0, dateTime);

    internal static FeelValue Of(FeelList list) => new(FeelKind.List, 0, list);

    internal static FeelValue Of(FeelContext context) => new(FeelKind.Context, 0, context);

    internal static FeelValue Of(FeelRange range) => new(FeelKind.Range, 0, range);

    internal static FeelValue Of(FeelFunction function) => new(FeelKind.Function, 0, function);

    /// <summary>The number, when this is one.</summary>
    public bool TryGet(out decimal number)
    {
        number = _kind == FeelKind.Number ? _number : 0;
        return _kind == FeelKind.Number;
    }

    /// <summary>The truth value, when this is one.</summary>
    public bool TryGet(out bool truth)
    {
        truth = IsTrue;
        return _kind == FeelKind.Boolean;
    }

    /// <summary>The string, when this is one.</summary>
    public bool TryGet([NotNullWhen(true)] out string? text)
    {
        text = _kind == FeelKind.Text ? Text : null;
        return text is not null;
    }

    /// <summary>The day, when this is one of the years 1 to 9999.</summary>
    public bool TryGet(out DateOnly date)
    {
        date = _kind == FeelKind.Date && Date.ToDateOnly() is { } day ? day : default;
        return _kind == FeelKind.Date && Date.ToDateOnly() is not null;
    }

    /// <summary>The items, when this is a list.</summary>
    public bool TryGetItems([NotNullWhen(true)] out IReadOnlyList<FeelValue>? items)
    {
        items = _kind == FeelKind.List ? List.Items : null;
        return items is not null;
    }

    /// <summary>The entries in their order, when this is a context.</summary>
    public bool TryGetEntries([NotNullWhen(true)] out IReadOnlyList<KeyValuePair<string, FeelValue>>? entries)
    {
        entries = _kind == FeelKind.Context ? Context.Entries : null;
        return entries is not null;
    }

    /// <summary>The entry of a context.</summary>
    public bool TryGetEntry(string name, out FeelValue value)
    {
        value = default;
        return _kind == FeelKind.Context && Context.TryGet(name, out value);
    }

    /// <inheritdoc/>
    public bool Equals(FeelValue other) =>
        _kind == other._kind && _number == other._number && Equals(_object, other._object);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is FeelValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_kind, _number, _object is string ? _object : _object?.GetType());

    /// <summary>Whether both are exactly equal.</summary>
    public static bool operator ==(FeelValue left, FeelValue right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(FeelValue left, FeelValue right) => !left.Equals(right);

    /// <summary>The value as FEEL writes it, strings in quotes.</summary>
    public override string ToString() => FeelText.Literal(this);
}
