using System.Text;
using Supervision.Decisions;
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
    private readonly FrameSalts? _salts;
    private FrameTree? _tree;
    private int[]? _eligible;

    internal Frame(FrameBlock[] blocks, int count, int[] cellRanks, string[] cells)
    {
        (_blocks, Count, _cellRanks, _cells) = (blocks, count, cellRanks, cells);
        _cellBytes = Array.ConvertAll(cells, Encoding.UTF8.GetBytes);
    }

    private Frame(Frame plain, FrameSalts salts)
    {
        (_blocks, Count, _cellRanks, _cells) = (plain._blocks, plain.Count, plain._cellRanks, plain._cells);
        (_cellBytes, _salts) = (plain._cellBytes, salts);
    }

    /// <summary>Number of records, eligible or not.</summary>
    public int Count { get; }

    /// <summary>The cells by their UTF-8 bytes.</summary>
    public IReadOnlyList<string> Cells => _cells;

    /// <summary>
    /// Whether each leaf ends with a salt that only the authority, an auditor and the subject itself know: without it nobody can
    /// guess a private attribute from a leaf hash.
    /// </summary>
    public bool IsSalted => _salts is not null;

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

        var place = PlaceOf(id);
        return place < Count && string.Equals(IdAt(place), id, StringComparison.Ordinal) ? place : -1;
    }

    /// <summary>The same frame with salted leaves: salt of a subject = HMAC-H(frame secret, id), its first 16 bytes.</summary>
    /// <param name="frameSecret">32 random bytes, kept back; who has them can make every salt.</param>
    /// <exception cref="ArgumentException">SUP4200: the secret is not 32 bytes long.</exception>
    public Frame Salted(ReadOnlySpan<byte> frameSecret) => frameSecret.Length == Commitment.SecretSize
        ? new Frame(this, FrameSalts.FromSecret(frameSecret))
        : throw Invalid.Argument(nameof(frameSecret), "SUP4200", Invariant.Text(frameSecret.Length));

    /// <summary>The salt of the record at a position; empty when leaves are plain.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such position.</exception>
    public byte[] SaltAt(HashKind kind, int index)
    {
        CheckIndex(index);
        var salt = new byte[SaltSize];
        _salts?.Write(kind, index, IdBytesAt(index), salt);
        return salt;
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

    /// <summary>H(0x00 ‖ lp8(id) ‖ lp8(cell) ‖ u32(weight) ‖ u8(status) ‖ salt, if any) of the record at a position.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such position.</exception>
    public Digest LeafHash(HashKind kind, int index)
    {
        CheckIndex(index);
        Span<byte> leaf = stackalloc byte[LeafLength(index)];
        WriteLeaf(kind, index, leaf);
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

    /// <summary>Bytes of the record's leaf: at most 359.</summary>
    internal int LeafLength(int index) =>
        FrameLeaf.Length(IdBytesAt(index).Length, _cellBytes[CellAt(index)].Length) + SaltSize;

    /// <summary>Writes the bytes that a record's leaf hashes.</summary>
    internal void WriteLeaf(HashKind kind, int index, Span<byte> leaf)
    {
        FrameLeaf.Write(leaf, IdBytesAt(index), _cellBytes[CellAt(index)], WeightAt(index), StatusAt(index));
        _salts?.Write(kind, index, IdBytesAt(index), leaf[^SaltSize..]);
    }

    /// <summary>How many records have a smaller id: the position at which this one stands or would stand.</summary>
    internal int PlaceOf(string id)
    {
        Span<byte> wanted = stackalloc byte[id.Length];
        Encoding.ASCII.GetBytes(id, wanted);
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = IdBytesAt(middle).SequenceCompareTo(wanted) < 0 ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>The same frame with salts as they were read, 16 bytes a record in the order of the ids.</summary>
    internal Frame WithSalts(byte[] salts) => new(this, FrameSalts.Read(salts));

    internal string IdAt(int index) => Encoding.ASCII.GetString(IdBytesAt(index));

    internal ReadOnlySpan<byte> IdBytesAt(int index) => BlockOf(index).IdAt(index % FrameBlock.Size);

    internal int CellAt(int index) => _cellRanks[BlockOf(index).Cells[index % FrameBlock.Size]];

    internal uint WeightAt(int index) => BlockOf(index).Weights[index % FrameBlock.Size];

    internal byte StatusAt(int index) => BlockOf(index).Statuses[index % FrameBlock.Size];

    internal bool IsEligibleAt(int index) => StatusAt(index) == FrameStatus.Eligible && WeightAt(index) > 0;

    internal bool IsRemovedWithoutReasonAt(int index) => StatusAt(index) == FrameStatus.Eligible && WeightAt(index) == 0;

    /// <summary>The records in blocks; the last block may have more than belong to this frame.</summary>
    internal ReadOnlySpan<FrameBlock> Blocks => _blocks;

    /// <summary>For a cell's number in a block its index in <see cref="Cells"/>.</summary>
    internal ReadOnlySpan<int> CellRanks => _cellRanks;

    /// <summary>N_c of each cell: the subjects that can be drawn. Counted once.</summary>
    internal IReadOnlyList<int> EligiblePerCell() => _eligible ??= CountEligible();

    private int[] CountEligible()
    {
        var asMet = new int[_cellRanks.Length];
        for (var at = 0; at < Count; at += FrameBlock.Size)
        {
            var block = _blocks[at >> FrameBlock.Shift];
            var statuses = block.Statuses;
            var weights = block.Weights;
            var cells = block.Cells;
            for (var i = 0; i < Math.Min(FrameBlock.Size, Count - at); i++)
            {
                asMet[cells[i]] += statuses[i] == FrameStatus.Eligible && weights[i] > 0 ? 1 : 0;
            }
        }

        var eligible = new int[asMet.Length];
        for (var i = 0; i < asMet.Length; i++)
        {
            eligible[_cellRanks[i]] = asMet[i];
        }

        return eligible;
    }

    private int SaltSize => _salts is null ? 0 : FrameSalts.Size;

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
