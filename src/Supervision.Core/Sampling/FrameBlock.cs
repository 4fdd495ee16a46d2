namespace Supervision.Sampling;

/// <summary>
/// Up to 65,536 records of a frame, as arrays. Blocks let a frame grow without copying what is there: a frame of any size
/// takes 13 bytes and its id a subject, while it is built as well. Records are added at the end and never change.
/// </summary>
internal sealed class FrameBlock
{
    /// <summary>Most records in a block; all blocks but the last are full.</summary>
    public const int Size = 1 << Shift;

    /// <summary>The block of a position is the position shifted by this.</summary>
    public const int Shift = 16;

    private const int FirstRoom = 16;

    private byte[] _ids = new byte[24 * FirstRoom];
    private int[] _starts = new int[FirstRoom + 1];
    private int[] _cells = new int[FirstRoom];
    private uint[] _weights = new uint[FirstRoom];
    private byte[] _statuses = new byte[FirstRoom];

    /// <summary>Records in this block.</summary>
    public int Count { get; private set; }

    /// <summary>All ids, one behind the other; more bytes may follow.</summary>
    public ReadOnlySpan<byte> Ids => _ids;

    /// <summary>Where each id starts in <see cref="Ids"/>, and where the last one ends.</summary>
    public ReadOnlySpan<int> Starts => _starts.AsSpan(0, Count + 1);

    /// <summary>The number of each record's cell, in the order in which cells were met.</summary>
    public ReadOnlySpan<int> Cells => _cells.AsSpan(0, Count);

    /// <summary>The weight of each record.</summary>
    public ReadOnlySpan<uint> Weights => _weights.AsSpan(0, Count);

    /// <summary>The status of each record.</summary>
    public ReadOnlySpan<byte> Statuses => _statuses.AsSpan(0, Count);

    /// <summary>The id of a record.</summary>
    public ReadOnlySpan<byte> IdAt(int offset) => _ids.AsSpan(_starts[offset].._starts[offset + 1]);

    /// <summary>Adds a record and returns the bytes into which its id is to be written.</summary>
    public Span<byte> Add(int idLength, int cell, uint weight, byte status)
    {
        var start = _starts[Count];
        if (start + idLength > _ids.Length)
        {
            Array.Resize(ref _ids, 2 * _ids.Length);
        }

        if (Count == _cells.Length)
        {
            Array.Resize(ref _starts, (2 * Count) + 1);
            Array.Resize(ref _cells, 2 * Count);
            Array.Resize(ref _weights, 2 * Count);
            Array.Resize(ref _statuses, 2 * Count);
        }

        (_cells[Count], _weights[Count], _statuses[Count]) = (cell, weight, status);
        _starts[++Count] = start + idLength;
        if (Count == Size)
        {
            Array.Resize(ref _ids, start + idLength);
        }

        return _ids.AsSpan(start, idLength);
    }
}
