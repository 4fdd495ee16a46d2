namespace Supervision.Hashing;

/// <summary>HMAC (RFC 2104) over either hash function; both have blocks of 64 bytes.</summary>
internal static class Hmac
{
    private const int BlockSize = 64;

    /// <summary>HMAC-H(key, message).</summary>
    public static Digest Of(HashKind kind, ReadOnlySpan<byte> key, ReadOnlySpan<byte> message)
    {
        Span<byte> block = stackalloc byte[BlockSize];
        block.Clear();
        if (key.Length > BlockSize)
        {
            Hash.Of(kind, key).CopyTo(block);
        }
        else
        {
            key.CopyTo(block);
        }

        Span<byte> inner = new byte[BlockSize + message.Length];
        Span<byte> outer = stackalloc byte[BlockSize + Digest.Size];
        for (var i = 0; i < BlockSize; i++)
        {
            inner[i] = (byte)(block[i] ^ 0x36);
            outer[i] = (byte)(block[i] ^ 0x5C);
        }

        message.CopyTo(inner[BlockSize..]);
        Hash.Of(kind, inner).CopyTo(outer[BlockSize..]);
        return Hash.Of(kind, outer);
    }
}
