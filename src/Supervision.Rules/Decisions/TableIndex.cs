using System.Numerics;

namespace Supervision.Rules.Decisions;

/// <summary>
/// Finds the rows of a case by one search a column and an AND of bits, instead of testing row after row. Needs no code
/// generation, so a trimmed program keeps its speed. Immutable, thread-safe; allocates nothing while it decides.
/// </summary>
internal sealed class TableIndex
{
    private const int MostOnStack = 32;

    private readonly ColumnSegments[] _columns;
    private readonly ulong[][] _bits;
    private readonly int _words;

    public TableIndex(IReadOnlyList<ColumnSegments> columns, int rows)
    {
        _columns = [.. columns];
        _words = RowMask.WordsFor(rows);
        _bits = [.. columns.Select(column => column.Masks.SelectMany(mask => mask.Words.ToArray()).ToArray())];
        All = RowMask.Of(rows, _ => true);
    }

    /// <summary>Words of a mask.</summary>
    public int Words => _words;

    /// <summary>Every row: what a table without inputs matches.</summary>
    private RowMask All { get; }

    /// <summary>The 0-based uppermost row that matches, or -1.</summary>
    public int First(ReadOnlySpan<RuleValue> inputs)
    {
        Span<int> segments = _columns.Length <= MostOnStack ? stackalloc int[_columns.Length] : new int[_columns.Length];
        for (var column = 0; column < segments.Length; column++)
        {
            segments[column] = SegmentOf(column, inputs[column]);
        }

        return First(segments);
    }

    /// <summary>Every row of a word of the masks.</summary>
    public ulong AllOf(int word) => All.Words[word];

    /// <summary>Takes from each case's rows those that its segment of a column does not pass; none stay for an unknown word, -1.</summary>
    public void Narrow(int column, int word, ReadOnlySpan<int> segments, Span<ulong> masks)
    {
        var bits = _bits[column];
        for (var at = 0; at < segments.Length; at++)
        {
            masks[at] &= segments[at] < 0 ? 0 : bits[(segments[at] * _words) + word];
        }
    }

    /// <summary>The segment of a value in a column, or -1 for a word that the column doesn't know.</summary>
    public int SegmentOf(int column, in RuleValue value) => _columns[column].SegmentOf(value);

    /// <summary>Whether a row's test of a column passes in a segment of it; nothing passes for an unknown word, -1.</summary>
    public bool Passes(int column, int segment, int row) =>
        segment >= 0 && (_bits[column][(segment * _words) + (row / 64)] >> (row % 64) & 1) == 1;

    /// <summary>The 0-based uppermost row that matches in these segments, one a column, or -1.</summary>
    public int First(ReadOnlySpan<int> segments)
    {
        if (segments.Contains(-1))
        {
            return -1;
        }

        for (var word = 0; word < _words; word++)
        {
            var rows = All.Words[word];
            for (var column = 0; column < segments.Length && rows != 0; column++)
            {
                rows &= _bits[column][(segments[column] * _words) + word];
            }

            if (rows != 0)
            {
                return (64 * word) + BitOperations.TrailingZeroCount(rows);
            }
        }

        return -1;
    }
}
