namespace Supervision.Rules.Facts;

/// <summary>What a fact may be, as far as a pack declares it.</summary>
/// <param name="Kind">Kind of the fact.</param>
/// <param name="Words">The words that a text may be, or null for any text.</param>
/// <param name="Item">Type of the items of a list, or null.</param>
/// <param name="Fields">Types of the fields of a record, or null.</param>
internal sealed record FactType(
    FactKind Kind,
    IReadOnlyList<string>? Words = null,
    FactType? Item = null,
    IReadOnlyDictionary<string, FactType>? Fields = null)
{
    public static FactType Number { get; } = new(FactKind.Number);

    public static FactType Text { get; } = new(FactKind.Text);

    public static FactType Truth { get; } = new(FactKind.Truth);

    public static FactType Date { get; } = new(FactKind.Date);

    /// <summary>Stands in for the type of an expression that could not be read.</summary>
    public static FactType Unknown { get; } = new(FactKind.Absent);

    /// <summary>Whether the field may be missing; comparing a missing field is an error at run time.</summary>
    public bool IsOptional { get; init; }

    /// <summary>The scale that the words are grades of; a grade is never compared with one of another scale.</summary>
    public string? Scale { get; init; }

    public static FactType Record(params IEnumerable<(string Name, FactType Type)> fields) =>
        new(FactKind.Record, Fields: fields.ToDictionary(field => field.Name, field => field.Type, StringComparer.Ordinal));

    public static FactType ListOf(FactType item) => new(FactKind.List, Item: item);

    public static FactType OfWords(IReadOnlyList<string> words) => new(FactKind.Text, words);

    public bool Fits(FactKind kind) => Kind == kind || Kind == FactKind.Absent;

    public override string ToString() => Kind switch
    {
        FactKind.Number => "number",
        FactKind.Truth => "true or false",
        FactKind.Date => "date",
        FactKind.List => "list",
        FactKind.Record => $"{{ {string.Join(", ", Fields!.Keys)} }}",
        _ => Words is null ? "text" : $"one of {string.Join(", ", Words)}",
    };
}
