namespace Supervision.Hashing;

/// <summary>The hash function of a draw or a log. Both give 32 bytes. Zero is "not set" and never valid.</summary>
public enum HashKind
{
    /// <summary>SHA-256, FIPS 180-4. The default.</summary>
    Sha256 = 1,

    /// <summary>SM3, GB/T 32905-2016, where commercial cryptography is asked for.</summary>
    Sm3 = 2,
}
