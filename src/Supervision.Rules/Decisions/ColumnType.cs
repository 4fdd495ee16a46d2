namespace Supervision.Rules.Decisions;

/// <summary>What a column may hold: numbers of a domain, or one of the words listed.</summary>
/// <param name="Words">The words, or null for numbers.</param>
/// <param name="Domain">The numbers that can occur, or null for words.</param>
internal sealed record ColumnType(IReadOnlyList<string>? Words, NumberDomain? Domain)
{
    /// <summary>For a fact, where only the kind matters.</summary>
    public static ColumnType AnyNumber { get; } = OfScale(0);

    public static ColumnType Boolean { get; } = OfWords("true", "false");

    public bool IsNumber => Words is null;

    public static ColumnType OfWords(params IReadOnlyList<string> words) => new(words, null);

    public static ColumnType OfNumbers(NumberDomain domain) => new(null, domain);

    /// <summary>Any number of a pack with so many digits after the point.</summary>
    public static ColumnType OfScale(int scale) => OfNumbers(new NumberDomain(null, null, new decimal(1, 0, 0, false, (byte)scale)));

    /// <summary>Whether a value of this type can stand in a column of the other: same kind, no word unknown there.</summary>
    public bool Fits(ColumnType other) =>
        IsNumber ? other.IsNumber : other.Words is { } known && Words!.All(word => known.Contains(word, StringComparer.Ordinal));

    public override string ToString() => Words is null ? "number" : $"[{string.Join(", ", Words)}]";
}
