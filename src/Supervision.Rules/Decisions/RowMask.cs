using System.Numerics;

namespace Supervision.Rules.Decisions;

/// <summary>A set of rows, one bit a row; also of the segments of a column. Immutable; equal by content.</summary>
internal sealed class RowMask : IEquatable<RowMask>
{
    private readonly ulong[] _words;

    private RowMask(ulong[] words) => _words = words;

    public bool IsEmpty => Array.TrueForAll(_words, word => word == 0);

    /// <summary>0-based rows of the set, from the top.</summary>
    public IEnumerable<int> Rows
    {
        get
        {
            for (var at = 0; at < _words.Length; at++)
            {
                for (var left = _words[at]; left != 0; left &= left - 1)
                {
                    yield return (64 * at) + BitOperations.TrailingZeroCount(left);
                }
            }
        }
    }

    public ReadOnlySpan<ulong> Words => _words;

    /// <summary>The rows below <paramref name="count"/> that pass.</summary>
    public static RowMask Of(int count, Func<int, bool> has)
    {
        var words = new ulong[WordsFor(count)];
        for (var row = 0; row < count; row++)
        {
            words[row / 64] |= has(row) ? 1UL << (row % 64) : 0;
        }

        return new RowMask(words);
    }

    public static int WordsFor(int rows) => Math.Max(1, (rows + 63) / 64);

    public bool Has(int bit) => (_words[bit / 64] >> (bit % 64) & 1) == 1;

    /// <summary>The lowest bit of both, or -1.</summary>
    public int FirstOfBoth(RowMask other)
    {
        for (var at = 0; at < _words.Length; at++)
        {
            if ((_words[at] & other._words[at]) is not 0 and var both)
            {
                return (64 * at) + BitOperations.TrailingZeroCount(both);
            }
        }

        return -1;
    }

    public RowMask And(RowMask other)
    {
        var words = new ulong[_words.Length];
        for (var at = 0; at < words.Length; at++)
        {
            words[at] = _words[at] & other._words[at];
        }

        return new RowMask(words);
    }

    public bool Equals(RowMask? other) => other is not null && _words.AsSpan().SequenceEqual(other._words);

    public override bool Equals(object? obj) => Equals(obj as RowMask);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var word in _words)
        {
            hash.Add(word);
        }

        return hash.ToHashCode();
    }
}
