using System.Buffers.Binary;
using System.Text;
using Supervision.Hashing;

namespace Supervision.Audit;

/// <summary>A record in its place in the journal. Immutable.</summary>
/// <param name="Index">Place, counted from 0 without gaps.</param>
/// <param name="Record">The record.</param>
/// <param name="LeafHash">Its leaf in the journal's Merkle tree (RFC 6962), by the journal's hash function.</param>
public sealed record JournalEntry(long Index, JournalRecord Record, Digest LeafHash)
{
    /// <summary>The entry for a record at a place, with its leaf hash computed.</summary>
    public static JournalEntry At(long index, JournalRecord record, HashKind hash = HashKind.Sha256) =>
        new(index, record, MerkleTree.LeafHash(hash, CanonicalBytes(index, record)));

    /// <summary>Whether the leaf hash is that of the record at this index.</summary>
    public bool IsIntact(HashKind hash = HashKind.Sha256) => LeafHash == At(Index, Record, hash).LeafHash;

    /// <summary>
    /// The bytes that are hashed: index as u64, then type, key, actor, agency, instant in UTC microseconds as i64,
    /// payload; integers big-endian, each text as UTF-8 after its byte length as u32.
    /// </summary>
    public static byte[] CanonicalBytes(long index, JournalRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        using var bytes = new MemoryStream();
        Span<byte> number = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(number, index);
        bytes.Write(number);
        Write(bytes, record.Type);
        Write(bytes, record.Key);
        Write(bytes, record.Actor.Id);
        Write(bytes, record.Actor.AgencyId);
        BinaryPrimitives.WriteInt64BigEndian(number, Microseconds(record.At));
        bytes.Write(number);
        Write(bytes, record.Payload);
        return bytes.ToArray();
    }

    /// <summary>An instant as whole microseconds since 1970-01-01 UTC, the grain of stored instants.</summary>
    public static long Microseconds(DateTimeOffset instant) =>
        (instant.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    private static void Write(MemoryStream bytes, string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, utf8.Length);
        bytes.Write(length);
        bytes.Write(utf8);
    }
}
