using System.Numerics;

namespace Supervision.Rules.Decisions;

/// <summary>Turns the values of a column into the segments of the table's column, many at a time. Immutable.</summary>
internal sealed class BatchSegments
{
    // Beyond this a search is quicker than asking every bound.
    private const int FewBounds = 24;

    private readonly long[] _values;
    private readonly long[] _bounds;
    private readonly long _factor;
    private readonly int[]? _codes;

    /// <exception cref="OverflowException">A bound is too large for 64 bits on the scale of the column.</exception>
    public BatchSegments(ColumnSegments segments, BatchColumn column)
    {
        _values = column.Numbers;
        if (column.Words is { } words)
        {
            (_codes, _bounds) = ([.. words.Select(word => segments.SegmentOf(RuleValue.Of(word)))], []);
            return;
        }

        var scale = Math.Max(column.Scale, segments.Bounds.Scale);
        _factor = Power(scale - column.Scale);
        _bounds = [.. Enumerable.Range(0, segments.Bounds.Count).Select(at => decimal.ToInt64(segments.Bounds[at] * Power(scale)))];
    }

    /// <summary>Segments of the cases from <paramref name="start"/> on; -1 for a word that the table does not know.</summary>
    public void Of(int start, Span<int> segments)
    {
        var values = _values.AsSpan(start, segments.Length);
        if (_codes is { } codes)
        {
            for (var at = 0; at < values.Length; at++)
            {
                segments[at] = codes[values[at]];
            }
        }
        else if (_bounds.Length <= FewBounds && _factor == 1)
        {
            Count(values, segments);
        }
        else
        {
            for (var at = 0; at < values.Length; at++)
            {
                var place = Array.BinarySearch(_bounds, checked(values[at] * _factor));
                segments[at] = place >= 0 ? (2 * place) + 1 : 2 * ~place;
            }
        }
    }

    // Each bound below counts two, the bound itself one: what a search gives, without a branch, several values at a time.
    private void Count(ReadOnlySpan<long> values, Span<int> segments)
    {
        var at = 0;
        for (; at + Vector<long>.Count <= values.Length; at += Vector<long>.Count)
        {
            var value = new Vector<long>(values[at..]);
            var count = Vector<long>.Zero;
            foreach (var bound in _bounds)
            {
                var limit = new Vector<long>(bound);
                count -= Vector.GreaterThan(value, limit) + Vector.GreaterThanOrEqual(value, limit);
            }

            for (var lane = 0; lane < Vector<long>.Count; lane++)
            {
                segments[at + lane] = (int)count[lane];
            }
        }

        for (; at < values.Length; at++)
        {
            var count = 0;
            foreach (var bound in _bounds)
            {
                count += (values[at] > bound ? 1 : 0) + (values[at] >= bound ? 1 : 0);
            }

            segments[at] = count;
        }
    }

    private static long Power(int digits)
    {
        var power = 1L;
        for (var at = 0; at < digits; at++)
        {
            power = checked(power * 10);
        }

        return power;
    }
}
