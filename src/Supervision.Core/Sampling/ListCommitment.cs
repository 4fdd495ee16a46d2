using System.Text;
using Supervision.Decisions;
using Supervision.Hashing;

namespace Supervision.Sampling;

/// <summary>
/// What a sealed draw publishes instead of its list: nobody can read it, and the list cannot be changed any more. A bare
/// hash of a short list could be guessed, hence the sealed secret is in it.
/// </summary>
internal static class ListCommitment
{
    /// <summary>H("SRD-1 list" ‖ 0x00 ‖ secret ‖ list): the list is the ids by id bytes, each followed by 0x0A.</summary>
    /// <exception cref="ArgumentException">SUP4031: the secret is not 32 bytes long.</exception>
    public static Digest Of(HashKind kind, ReadOnlySpan<byte> secret, IReadOnlyList<string> ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        if (secret.Length != Commitment.SecretSize)
        {
            throw Invalid.Argument(nameof(secret), "SUP4031", Invariant.Text(secret.Length));
        }

        var list = string.Concat(ids.Order(StringComparer.Ordinal).Select(id => id + "\n"));
        return Hash.Of(kind, [.. "SRD-1 list\0"u8, .. secret, .. Encoding.ASCII.GetBytes(list)]);
    }
}
