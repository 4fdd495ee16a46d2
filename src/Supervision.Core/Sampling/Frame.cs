using System.Buffers.Binary;
using System.Text;
using Supervision.Hashing;

namespace Supervision.Sampling;

/// <summary>
/// The list from which a draw is made: all records by id bytes, excluded ones too. Immutable, thread-safe and compact:
/// one block of bytes for the ids, no string a subject. Made by <see cref="FrameBuilder"/>.
/// </summary>
public sealed class Frame
{
    private readonly byte[] _ids;
    private readonly int[] _starts;
    private readonly int[] _cellOf;
    private readonly uint[] _weights;
    private readonly byte[] _statuses;
    private readonly string[] _cells;
    private readonly byte[][] _cellBytes;
    private Tuple<HashKind, Digest>? _root;

    internal Frame(byte[] ids, int[] starts, int[] cellOf, uint[] weights, byte[] statuses, string[] cells)
    {
        (_ids, _starts, _cellOf) = (ids, starts, cellOf);
        (_weights, _statuses, _cells) = (weights, statuses, cells);
        _cellBytes = Array.ConvertAll(cells, Encoding.UTF8.GetBytes);
    }

    /// <summary>Number of records, eligible or not.</summary>
    public int Count => _cellOf.Length;

    /// <summary>The cells by their UTF-8 bytes.</summary>
    public IReadOnlyList<string> Cells => _cells;

    /// <summary>All records by id bytes, made one after the other while they are read.</summary>
    public IEnumerable<FrameRecord> Records => Enumerable.Range(0, Count).Select(RecordAt);

    /// <summary>The record at a 0-based position by id bytes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such position.</exception>
    public FrameRecord RecordAt(int index)
    {
        CheckIndex(index);
        return new FrameRecord(IdAt(index), _cells[_cellOf[index]], _weights[index], _statuses[index]);
    }

    /// <summary>The 0-based position of a subject by id bytes, or -1 when it is not in the frame.</summary>
    public int IndexOf(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        if (!Texts.IsId(id))
        {
            return -1;
        }

        Span<byte> wanted = stackalloc byte[id.Length];
        Encoding.ASCII.GetBytes(id, wanted);
        for (var (low, high) = (0, Count - 1); low <= high;)
        {
            var middle = low + ((high - low) / 2);
            var order = IdBytesAt(middle).SequenceCompareTo(wanted);
            if (order == 0)
            {
                return middle;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return -1;
    }

    /// <summary>Number of subjects for each cell and status that occurs, by cell bytes, then by status.</summary>
    public IReadOnlyList<FrameCount> Counts()
    {
        var counts = new SortedDictionary<(int Cell, byte Status), int>();
        for (var i = 0; i < Count; i++)
        {
            var key = (_cellOf[i], _statuses[i]);
            counts[key] = counts.GetValueOrDefault(key) + 1;
        }

        return [.. counts.Select(count => new FrameCount(_cells[count.Key.Cell], count.Key.Status, count.Value))];
    }

    /// <summary>H(0x00 ‖ lp8(id) ‖ lp8(cell) ‖ u32(weight) ‖ u8(status)) of the record at a position.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such position.</exception>
    public Digest LeafHash(HashKind kind, int index)
    {
        CheckIndex(index);
        var id = IdBytesAt(index);
        var cell = _cellBytes[_cellOf[index]];
        Span<byte> leaf = stackalloc byte[1 + 1 + id.Length + 1 + cell.Length + 4 + 1];
        leaf[0] = 0;
        leaf[1] = (byte)id.Length;
        id.CopyTo(leaf[2..]);
        var rest = leaf[(2 + id.Length)..];
        rest[0] = (byte)cell.Length;
        cell.CopyTo(rest[1..]);
        rest = rest[(1 + cell.Length)..];
        BinaryPrimitives.WriteUInt32BigEndian(rest, _weights[index]);
        rest[4] = _statuses[index];
        return Hash.Of(kind, leaf);
    }

    /// <summary>The Merkle root over all records. Two hashes a subject the first time; the last answer is kept.</summary>
    public Digest Root(HashKind kind)
    {
        // One reference is read and written, so that two threads at worst compute the same root twice.
        if (_root is { } known && known.Item1 == kind)
        {
            return known.Item2;
        }

        var frontier = new MerkleFrontier(kind);
        for (var i = 0; i < Count; i++)
        {
            frontier.Append(LeafHash(kind, i));
        }

        _root = Tuple.Create(kind, frontier.Root());
        return _root.Item2;
    }

    /// <summary>The proof that the record at a position is in the frame. As much work as the root.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such position.</exception>
    public FrameProof Prove(HashKind kind, int index)
    {
        CheckIndex(index);
        var leaves = new Digest[Count];
        for (var i = 0; i < Count; i++)
        {
            leaves[i] = LeafHash(kind, i);
        }

        return new FrameProof(index, Count, leaves[index], MerkleTree.InclusionPath(kind, leaves, index));
    }

    internal string IdAt(int index) => Encoding.ASCII.GetString(IdBytesAt(index));

    internal ReadOnlySpan<byte> IdBytesAt(int index) => _ids.AsSpan(_starts[index].._starts[index + 1]);

    internal int CellAt(int index) => _cellOf[index];

    internal uint WeightAt(int index) => _weights[index];

    internal bool IsEligibleAt(int index) => _statuses[index] == FrameStatus.Eligible && _weights[index] > 0;

    internal bool IsRemovedWithoutReasonAt(int index) => _statuses[index] == FrameStatus.Eligible && _weights[index] == 0;

    private void CheckIndex(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
    }
}
