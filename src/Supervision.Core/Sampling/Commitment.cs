using Supervision.Decisions;
using Supervision.Hashing;

namespace Supervision.Sampling;

/// <summary>A party's promise, published before the beacon, of the secret that it will open afterwards.</summary>
public static class Commitment
{
    /// <summary>Bytes in a secret: 32.</summary>
    public const int SecretSize = 32;

    /// <summary>H("SRD-1 commit" ‖ 0x00 ‖ secret).</summary>
    /// <exception cref="ArgumentException">SUP4031: the secret is not 32 bytes long.</exception>
    public static Digest Of(HashKind kind, ReadOnlySpan<byte> secret) => secret.Length == SecretSize
        ? Hash.Of(kind, [.. "SRD-1 commit\0"u8, .. secret])
        : throw Invalid.Argument(nameof(secret), "SUP4031", Invariant.Text(secret.Length));
}
