namespace Supervision.Rules.Decisions;

/// <summary>
/// One input of many cases, column-wise: numbers as whole numbers of a scale, or words as codes of a list of words. Immutable as
/// long as the arrays that it was given are left alone.
/// </summary>
public sealed class BatchColumn
{
    private const int MostDigits = 10;

    private BatchColumn(long[] numbers, int scale, IReadOnlyList<string>? words) => (Numbers, Scale, Words) = (numbers, scale, words);

    /// <summary>Number of cases.</summary>
    public int Count => Numbers.Length;

    /// <summary>The numbers times ten to the scale, or the codes.</summary>
    internal long[] Numbers { get; }

    /// <summary>Digits after the point.</summary>
    internal int Scale { get; }

    /// <summary>The words behind the codes, or null for numbers.</summary>
    internal IReadOnlyList<string>? Words { get; }

    /// <summary>Numbers, given as whole numbers: 125 on scale 1 is 12.5.</summary>
    /// <param name="numbers">The numbers times ten to the scale; not copied.</param>
    /// <param name="scale">Digits after the point, 0 to 10.</param>
    /// <exception cref="ArgumentOutOfRangeException">The scale is out of range.</exception>
    public static BatchColumn OfNumbers(long[] numbers, int scale)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        ArgumentOutOfRangeException.ThrowIfLessThan(scale, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(scale, MostDigits);
        return new BatchColumn(numbers, scale, null);
    }

    /// <summary>Words, given as places in a list; true and false are words.</summary>
    /// <param name="words">The words that the codes mean.</param>
    /// <param name="codes">For each case a place in <paramref name="words"/>, from 0; not copied.</param>
    public static BatchColumn OfWords(IReadOnlyList<string> words, long[] codes)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(codes);
        return new BatchColumn(codes, 0, words);
    }
}
