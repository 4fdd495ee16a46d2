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
    private readonly FrameBlock[] _blocks;
    private readonly int[] _cellRanks;      // of each cell by the order in which they were met, its number by bytes
    private readonly string[] _cells;
    private readonly byte[][] _cellBytes;
    private FrameTree? _tree;

    internal Frame(FrameBlock[] blocks, int count, int[] cellRanks, string[] cells)
    {
        (_blocks, Count, _cellRanks, _cells) = (blocks, count, cellRanks, cells);
        _cellBytes = Array.ConvertAll(cells, Encoding.UTF8.GetBytes);
    }

    /// <summary>Number of records, eligible or not.</summary>
    public int Count { get; }

    /// <summary>The cells by their UTF-8 bytes.</summary>
    public IReadOnlyList<string> Cells => _cells;

    /// <summary>All records by id bytes, made one after the other while they are read.</summary>
    public IEnumerable<FrameRecord> Records => Enumerable.Range(0, Count).Select(RecordAt);

    /// <summary>The record at a 0-based position by id bytes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such position.</exception>
    public FrameRecord RecordAt(int index)
    {
        CheckIndex(index);
        return new FrameRecord(IdAt(index), _cells[CellAt(index)], WeightAt(index), StatusAt(index));
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
            var key = (CellAt(i), StatusAt(i));
            counts[key] = counts.GetValueOrDefault(key) + 1;
        }

        return [.. counts.Select(count => new FrameCount(_cells[count.Key.Cell], count.Key.Status, count.Value))];
    }

    /// <summary>H(0x00 ‖ lp8(id) ‖ lp8(cell) ‖ u32(weight) ‖ u8(status)) of the record at a position.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such position.</exception>
    public Digest LeafHash(HashKind kind, int index)
    {
        CheckIndex(index);
        Span<byte> leaf = stackalloc byte[LeafLength(index)];
        WriteLeaf(index, leaf);
        return Hash.Of(kind, leaf);
    }

    /// <summary>The Merkle root over all records. Two hashes a subject the first time; the last answer is kept.</summary>
    public Digest Root(HashKind kind) => Tree(kind).Root;

    /// <summary>The proof that the record at a position is in the frame. As much work as the root, the first time.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such position.</exception>
    public FrameProof Prove(HashKind kind, int index)
    {
        CheckIndex(index);
        return new FrameProof(index, Count, LeafHash(kind, index), Tree(kind).Path(index));
    }

    /// <summary>Bytes of the record's leaf: at most 343.</summary>
    internal int LeafLength(int index) => 1 + 1 + IdBytesAt(index).Length + 1 + _cellBytes[CellAt(index)].Length + 4 + 1;

    /// <summary>Writes the bytes that a record's leaf hashes.</summary>
    internal void WriteLeaf(int index, Span<byte> leaf)
    {
        var id = IdBytesAt(index);
        var cell = _cellBytes[CellAt(index)];
        leaf[0] = 0;
        leaf[1] = (byte)id.Length;
        id.CopyTo(leaf[2..]);
        var rest = leaf[(2 + id.Length)..];
        rest[0] = (byte)cell.Length;
        cell.CopyTo(rest[1..]);
        rest = rest[(1 + cell.Length)..];
        BinaryPrimitives.WriteUInt32BigEndian(rest, WeightAt(index));
        rest[4] = StatusAt(index);
    }

    internal string IdAt(int index) => Encoding.ASCII.GetString(IdBytesAt(index));

    internal ReadOnlySpan<byte> IdBytesAt(int index) => BlockOf(index).IdAt(index % FrameBlock.Size);

    internal int CellAt(int index) => _cellRanks[BlockOf(index).Cells[index % FrameBlock.Size]];

    internal uint WeightAt(int index) => BlockOf(index).Weights[index % FrameBlock.Size];

    internal byte StatusAt(int index) => BlockOf(index).Statuses[index % FrameBlock.Size];

    internal bool IsEligibleAt(int index) => StatusAt(index) == FrameStatus.Eligible && WeightAt(index) > 0;

    internal bool IsRemovedWithoutReasonAt(int index) => StatusAt(index) == FrameStatus.Eligible && WeightAt(index) == 0;

    private FrameBlock BlockOf(int index) => _blocks[index >> FrameBlock.Shift];

    // One reference is read and written, so that two threads at worst compute the same tree twice.
    private FrameTree Tree(HashKind kind)
    {
        if (_tree is not { } tree || tree.Kind != kind)
        {
            _tree = tree = new FrameTree(this, kind);
        }

        return tree;
    }

    private void CheckIndex(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
    }
}
