using System.Buffers.Binary;
using System.Text;
using Supervision.Hashing;

namespace Supervision.Sampling;

/// <summary>The leaf of a frame's tree, as bytes: 0x00 ‖ lp8(id) ‖ lp8(cell) ‖ u32(weight) ‖ u8(status), then a salt, if any.</summary>
internal static class FrameLeaf
{
    /// <summary>Bytes before the salt.</summary>
    public static int Length(int id, int cell) => 1 + 1 + id + 1 + cell + 4 + 1;

    /// <summary>Writes all but the salt.</summary>
    public static void Write(Span<byte> leaf, ReadOnlySpan<byte> id, ReadOnlySpan<byte> cell, uint weight, byte status)
    {
        leaf[0] = 0;
        leaf[1] = (byte)id.Length;
        id.CopyTo(leaf[2..]);
        var rest = leaf[(2 + id.Length)..];
        rest[0] = (byte)cell.Length;
        cell.CopyTo(rest[1..]);
        rest = rest[(1 + cell.Length)..];
        BinaryPrimitives.WriteUInt32BigEndian(rest, weight);
        rest[4] = status;
    }

    /// <summary>The leaf hash of a record that stands alone.</summary>
    public static Digest Hash(HashKind kind, FrameRecord record, ReadOnlySpan<byte> salt)
    {
        var (id, cell) = (Encoding.ASCII.GetBytes(record.Id), Encoding.UTF8.GetBytes(record.Cell));
        Span<byte> leaf = stackalloc byte[Length(id.Length, cell.Length) + salt.Length];
        Write(leaf, id, cell, record.Weight, record.Status);
        salt.CopyTo(leaf[^salt.Length..]);
        return Hashing.Hash.Of(kind, leaf);
    }
}
