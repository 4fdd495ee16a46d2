using System.Buffers.Binary;
using System.Text;
using Supervision.Hashing;

namespace Supervision.Sampling;

/// <summary>The leaf of a frame's tree, as bytes.</summary>
internal static class FrameLeaf
{
    /// <summary>H(0x00 ‖ lp8(id) ‖ lp8(cell) ‖ u32(weight) ‖ u8(status) ‖ salt).</summary>
    public static Digest Hash(
        HashKind kind, ReadOnlySpan<byte> id, ReadOnlySpan<byte> cell, uint weight, byte status, ReadOnlySpan<byte> salt)
    {
        Span<byte> leaf = stackalloc byte[1 + 1 + id.Length + 1 + cell.Length + 4 + 1 + salt.Length];
        leaf[0] = 0;
        leaf[1] = (byte)id.Length;
        id.CopyTo(leaf[2..]);
        var rest = leaf[(2 + id.Length)..];
        rest[0] = (byte)cell.Length;
        cell.CopyTo(rest[1..]);
        rest = rest[(1 + cell.Length)..];
        BinaryPrimitives.WriteUInt32BigEndian(rest, weight);
        rest[4] = status;
        salt.CopyTo(rest[5..]);
        return Hashing.Hash.Of(kind, leaf);
    }

    /// <summary>The leaf of a record that stands alone.</summary>
    public static Digest Hash(HashKind kind, FrameRecord record, ReadOnlySpan<byte> salt) => Hash(
        kind, Encoding.ASCII.GetBytes(record.Id), Encoding.UTF8.GetBytes(record.Cell), record.Weight, record.Status, salt);
}
