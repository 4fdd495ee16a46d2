namespace Supervision.Rules.Decisions;

/// <summary>
/// One column cut into segments inside which every test of the column gives one answer: for numbers each bound and each stretch
/// between bounds, for words each word.
/// </summary>
internal sealed class ColumnSegments
{
    private const int FewWords = 8;

    private readonly NumberBounds _bounds;
    private readonly string[] _words;
    private readonly Dictionary<string, int> _segmentOf;

    /// <param name="column">The column.</param>
    /// <param name="tests">Its cells by row.</param>
    /// <param name="allowed">What of its domain may occur; null for all of it.</param>
    public ColumnSegments(Column column, IReadOnlyList<UnaryTest> tests, UnaryTest? allowed = null)
    {
        _words = [.. column.Type.Words ?? []];
        _segmentOf = _words.Index().ToDictionary(word => word.Item, word => word.Index, StringComparer.Ordinal);
        _bounds = new NumberBounds(
            tests.Concat(allowed is null ? [] : [allowed]).SelectMany(test => test.Intervals ?? [])
                .SelectMany(interval => (decimal[])[interval.Low, interval.High])
                .Where(bound => bound is not (decimal.MinValue or decimal.MaxValue)));
        Values = column.Type.Words is { } words
            ? [.. words.Select(word => allowed is null || allowed.Passes(RuleValue.Of(word)) ? RuleValue.Of(word) : (RuleValue?)null)]
            : [.. Enumerable.Range(0, (2 * _bounds.Count) + 1).Select(segment =>
                allowed?.Intervals is { } some && !Array.Exists(some, interval => interval.Covers(Stretch(segment))) ? null
                : column.Type.Domain!.SomeIn(Stretch(segment)) is { } number ? RuleValue.Of(number) : (RuleValue?)null)];
        Masks = [.. Enumerable.Range(0, Values.Count).Select(segment => RowMask.Of(tests.Count, row => Passes(tests[row], segment)))];
        RowSegments = [.. Enumerable.Range(0, tests.Count).Select(row =>
            RowMask.Of(Values.Count, segment => Values[segment] is not null && Masks[segment].Has(row)))];
    }

    /// <summary>The bounds between the segments of a column of numbers.</summary>
    public NumberBounds Bounds => _bounds;

    /// <summary>A value of each segment, or null for one in which no value of the domain lies.</summary>
    public IReadOnlyList<RuleValue?> Values { get; }

    /// <summary>The rows whose test passes in each segment.</summary>
    public IReadOnlyList<RowMask> Masks { get; }

    /// <summary>The segments in which a row's test passes some value of the domain, by row.</summary>
    public IReadOnlyList<RowMask> RowSegments { get; }

    /// <summary>The segment of a value, or -1 for an unknown word.</summary>
    public int SegmentOf(in RuleValue value)
    {
        if (value.Word is { } word)
        {
            return _words.Length > FewWords ? _segmentOf.GetValueOrDefault(word, -1) : FewWordsIndexOf(word);
        }

        return _bounds.SegmentOf(value.Number);
    }

    // Hashing a word costs more than comparing it with a few others, most of which are the very same object.
    private int FewWordsIndexOf(string word)
    {
        for (var at = 0; at < _words.Length; at++)
        {
            if (ReferenceEquals(_words[at], word))
            {
                return at;
            }
        }

        return Array.IndexOf(_words, word);
    }

    // Even segments lie between bounds, odd ones are the bounds.
    private Interval Stretch(int segment)
    {
        if (segment % 2 == 1)
        {
            return new Interval(_bounds[segment / 2], true, _bounds[segment / 2], true);
        }

        var low = segment == 0 ? decimal.MinValue : _bounds[(segment / 2) - 1];
        var high = segment / 2 == _bounds.Count ? decimal.MaxValue : _bounds[segment / 2];
        return new Interval(low, low == decimal.MinValue, high, high == decimal.MaxValue);
    }

    private bool Passes(UnaryTest test, int segment)
    {
        if (test.Intervals is { } intervals)
        {
            var stretch = Stretch(segment);
            return Array.Exists(intervals, interval => interval.Covers(stretch));
        }

        return test.Passes(Values[segment] ?? default);
    }
}
