using System.Text;
using Supervision.Hashing;

namespace Supervision.Sampling;

/// <summary>The random number of a subject: it depends on the draw's key and the id alone, not on any other subject.</summary>
public static class Ticket
{
    /// <summary>H(K_draw ‖ id).</summary>
    /// <exception cref="ArgumentException">SUP4001: the id is not 1 to 64 bytes 0x21–0x7E.</exception>
    public static Digest Of(HashKind kind, Digest drawKey, string id)
    {
        if (!Texts.IsId(id))
        {
            throw Invalid.Argument(nameof(id), "SUP4001", id ?? "");
        }

        return Of(kind, drawKey, Encoding.ASCII.GetBytes(id));
    }

    internal static Digest Of(HashKind kind, Digest key, ReadOnlySpan<byte> id)
    {
        Span<byte> message = stackalloc byte[Digest.Size + id.Length];
        key.CopyTo(message);
        id.CopyTo(message[Digest.Size..]);
        return Hash.Of(kind, message);
    }
}
