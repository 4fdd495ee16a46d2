namespace Supervision.Rules.Decisions;

/// <summary>What a column may hold: numbers, or one of the words listed.</summary>
/// <param name="Words">The words, or null for numbers.</param>
internal sealed record ColumnType(IReadOnlyList<string>? Words)
{
    public static ColumnType Number { get; } = new((IReadOnlyList<string>?)null);

    public static ColumnType Boolean { get; } = new(["true", "false"]);

    public bool IsNumber => Words is null;

    /// <summary>Whether a value of this type can stand in a column of the other: same kind, no word unknown there.</summary>
    public bool Fits(ColumnType other) =>
        IsNumber ? other.IsNumber : other.Words is { } known && Words!.All(word => known.Contains(word, StringComparer.Ordinal));

    public override string ToString() => Words is null ? "number" : $"[{string.Join(", ", Words)}]";
}
