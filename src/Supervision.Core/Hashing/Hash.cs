using System.Security.Cryptography;

namespace Supervision.Hashing;

/// <summary>Hashes byte strings with a named function. Pure and thread-safe.</summary>
public static class Hash
{
    /// <summary>The digest of <paramref name="data"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is not a known function.</exception>
    public static Digest Of(HashKind kind, ReadOnlySpan<byte> data)
    {
        Span<byte> digest = stackalloc byte[Digest.Size];
        switch (kind)
        {
            case HashKind.Sha256:
                SHA256.HashData(data, digest);
                break;
            case HashKind.Sm3:
                Sm3.HashData(data, digest);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown hash function.");
        }

        return Digest.FromBytes(digest);
    }
}
