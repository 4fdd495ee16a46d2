using System.Text;
using Supervision.Decisions;

namespace Supervision.Sampling;

/// <summary>
/// Collects records in any order and makes a <see cref="Frame"/> of them. Keeps bytes, not strings: 13 bytes and the id a
/// subject. Records that come by id bytes, as a store can stream them, are never copied; others are copied once, into their
/// order. Mutable and not thread-safe.
/// </summary>
public sealed class FrameBuilder
{
    private readonly bool _verifying;
    private readonly List<FrameBlock> _blocks = [];
    private readonly Dictionary<string, int> _cellIndex = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _cellsByCompatibleForm = new(StringComparer.Ordinal);
    private readonly List<byte> _salts = [];
    private bool _sorted = true;
    private bool _hasLowerCase;

    /// <summary>A builder for a new frame.</summary>
    public FrameBuilder()
    {
    }

    // A verifier compares bytes and never normalises; it counts broken rows instead of refusing them.
    private FrameBuilder(bool verifying) => _verifying = verifying;

    /// <summary>Records added so far.</summary>
    public int Count { get; private set; }

    /// <summary>Whether each record came after the one before it in id order.</summary>
    internal bool CameInOrder => _sorted;

    /// <summary>A builder that keeps double ids, zero weights and cells in any normal form.</summary>
    internal static FrameBuilder ForVerifier() => new(verifying: true);

    /// <summary>Adds a record.</summary>
    /// <exception cref="ArgumentException">
    /// SUP4001 id; SUP4003 cell not in NFC; SUP4004 cell empty, too long, with control characters or blanks at an end;
    /// SUP4005 cell equal to another under NFKC; SUP4006 weight of 2^31 or more; SUP4007 status 0 with weight 0; SUP4008 the frame
    /// has as many records as an array can.
    /// </exception>
    public FrameBuilder Add(FrameRecord record) =>
        TryAdd(record) is { } refusal ? throw Invalid.Argument(refusal, nameof(record)) : this;

    /// <summary>Adds a record, or says why it cannot stand in a frame. Null when it was added.</summary>
    public Refusal? TryAdd(FrameRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (!Texts.IsId(record.Id))
        {
            return Refusal.Of("SUP4001", record.Id ?? "");
        }

        if (record.Weight > int.MaxValue)
        {
            return Refusal.Of("SUP4006", record.Id, Invariant.Text(record.Weight));
        }

        if (!_verifying && record is { Status: FrameStatus.Eligible, Weight: 0 })
        {
            return Refusal.Of("SUP4007", record.Id);
        }

        if (Count == Array.MaxLength)
        {
            return Refusal.Of("SUP4008", record.Id);
        }

        if (record.Cell is null || !_cellIndex.TryGetValue(record.Cell, out var cell))
        {
            if (WrongCell(record) is { } refusal)
            {
                return refusal;
            }

            cell = _cellIndex.Count;
            _cellIndex.Add(record.Cell!, cell);
        }

        Append(record, cell);
        return null;
    }

    /// <summary>Adds a record with the 16 bytes of its salt, as an auditor's file has it: for all records or for none.</summary>
    internal Refusal? TryAdd(FrameRecord record, ReadOnlySpan<byte> salt)
    {
        var refusal = TryAdd(record);
        if (refusal is null)
        {
            _salts.AddRange(salt);
        }

        return refusal;
    }

    /// <summary>The frame: all records by id bytes.</summary>
    /// <exception cref="ArgumentException">SUP4002: two ids are equal after upper-casing ASCII letters.</exception>
    public Frame Build() => TryBuild().TryGet(out var frame, out var refusal)
        ? frame
        : throw Invalid.Argument(refusal, "record");

    /// <summary>The frame, or the refusal that names two ids which are equal after upper-casing ASCII letters.</summary>
    public Outcome<Frame> TryBuild()
    {
        if (!_verifying && DoubleId() is { } refusal)
        {
            return refusal;
        }

        var names = _cellIndex.Keys.Order(ByteOrder.Instance).ToArray();
        var ranks = new int[names.Length];
        for (var i = 0; i < names.Length; i++)
        {
            ranks[_cellIndex[names[i]]] = i;
        }

        var order = _sorted ? null : Order((x, y) => Id(x).SequenceCompareTo(Id(y)));
        var frame = new Frame(order is null ? [.. _blocks] : Sorted(order), Count, ranks, names);
        return _salts.Count == 0 ? frame : frame.WithSalts(Salts(order));
    }

    /// <summary>The refusal for two equal ids, or null.</summary>
    internal Refusal? DoubleId()
    {
        // Ids in strictly rising order without lower case cannot be equal.
        if (_sorted && !_hasLowerCase)
        {
            return null;
        }

        var order = Order((x, y) => CompareUpper(Id(x), Id(y)));
        for (var i = 1; i < order.Length; i++)
        {
            if (CompareUpper(Id(order[i - 1]), Id(order[i])) == 0)
            {
                return Refusal.Of(
                    "SUP4002", Encoding.ASCII.GetString(Id(order[i - 1])), Encoding.ASCII.GetString(Id(order[i])));
            }
        }

        return null;
    }

    private Refusal? WrongCell(FrameRecord record)
    {
        var cell = record.Cell;
        if (_verifying)
        {
            return cell is not null && Texts.Utf8Length(cell) is >= 0 and <= 255
                ? null
                : Refusal.Of("SUP4004", record.Id, cell ?? "");
        }

        if (cell is null || !Texts.IsLabel(cell))
        {
            return Refusal.Of("SUP4004", record.Id, cell ?? "");
        }

        if (!cell.IsNormalized(NormalizationForm.FormC))
        {
            return Refusal.Of("SUP4003", record.Id, cell);
        }

        var compatible = cell.Normalize(NormalizationForm.FormKC);
        if (_cellsByCompatibleForm.TryGetValue(compatible, out var twin))
        {
            return Refusal.Of("SUP4005", record.Id, cell, twin);
        }

        _cellsByCompatibleForm.Add(compatible, cell);
        return null;
    }

    private void Append(FrameRecord record, int cell)
    {
        if (Count % FrameBlock.Size == 0)
        {
            _blocks.Add(new FrameBlock());
        }

        Encoding.ASCII.GetBytes(record.Id, _blocks[^1].Add(record.Id.Length, cell, record.Weight, record.Status));
        Count++;
        _hasLowerCase |= record.Id.AsSpan().ContainsAnyInRange('a', 'z');
        _sorted &= Count == 1 || Id(Count - 2).SequenceCompareTo(Id(Count - 1)) < 0;
    }

    private FrameBlock[] Sorted(int[] order)
    {
        var blocks = new FrameBlock[_blocks.Count];
        for (var to = 0; to < order.Length; to++)
        {
            var block = blocks[to >> FrameBlock.Shift] ??= new FrameBlock();
            var (from, at) = (_blocks[order[to] >> FrameBlock.Shift], order[to] % FrameBlock.Size);
            var id = from.IdAt(at);
            id.CopyTo(block.Add(id.Length, from.Cells[at], from.Weights[at], from.Statuses[at]));
        }

        return blocks;
    }

    private byte[] Salts(int[]? order)
    {
        var salts = _salts.ToArray();
        return order is null
            ? salts
            : [.. order.SelectMany(from => salts.AsSpan(from * FrameSalts.Size, FrameSalts.Size).ToArray())];
    }

    private int[] Order(Comparison<int> comparison)
    {
        var order = new int[Count];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        order.AsSpan().Sort((x, y) => comparison(x, y) is var c && c != 0 ? c : x.CompareTo(y));
        return order;
    }

    private ReadOnlySpan<byte> Id(int index) => _blocks[index >> FrameBlock.Shift].IdAt(index % FrameBlock.Size);

    private static int CompareUpper(ReadOnlySpan<byte> x, ReadOnlySpan<byte> y)
    {
        for (var i = 0; i < Math.Min(x.Length, y.Length); i++)
        {
            var order = Upper(x[i]) - Upper(y[i]);
            if (order != 0)
            {
                return order;
            }
        }

        return x.Length - y.Length;

        static int Upper(byte letter) => letter is >= (byte)'a' and <= (byte)'z' ? letter - 32 : letter;
    }
}
