using Supervision.Hashing;

namespace Supervision.Sampling;

/// <summary>
/// The salts of a frame's leaves: made from the frame secret when they are needed, or read from an auditor's file. 32 bytes in
/// all, or 16 bytes a subject.
/// </summary>
internal sealed class FrameSalts
{
    /// <summary>Bytes in a salt: 16.</summary>
    public const int Size = 16;

    private readonly byte[] _bytes;
    private readonly bool _read;

    private FrameSalts(byte[] bytes, bool read) => (_bytes, _read) = (bytes, read);

    public static FrameSalts FromSecret(ReadOnlySpan<byte> secret) => new(secret.ToArray(), read: false);

    public static FrameSalts Read(byte[] salts) => new(salts, read: true);

    /// <summary>salt_i = HMAC-H(frame secret, id)[:16].</summary>
    public void Write(HashKind kind, int index, ReadOnlySpan<byte> id, Span<byte> salt)
    {
        if (_read)
        {
            _bytes.AsSpan(index * Size, Size).CopyTo(salt);
        }
        else
        {
            Span<byte> mac = stackalloc byte[Digest.Size];
            Hmac.Of(kind, _bytes, id).CopyTo(mac);
            mac[..Size].CopyTo(salt);
        }
    }
}
