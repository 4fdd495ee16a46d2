using System.Security.Cryptography;
using Supervision.Decisions;
using Supervision.Hashing;

namespace Supervision.Audit;

/// <summary>A key that signs heads of the journal, or its public half that checks them. Not thread-safe; dispose of it.</summary>
public abstract class HeadKey : IDisposable
{
    private protected HeadKey()
    {
    }

    /// <summary>How this key signs.</summary>
    public abstract HeadAlgorithm Algorithm { get; }

    /// <summary>SHA-256 of the public key (SubjectPublicKeyInfo, DER).</summary>
    public Digest Id => Hash.Of(HashKind.Sha256, ExportPublicKey());

    /// <summary>Makes a new key, or SUP9108: SM2 is not to be had on this machine.</summary>
    public static Outcome<HeadKey> Generate(HeadAlgorithm algorithm) => algorithm switch
    {
        HeadAlgorithm.EcdsaP256 => new EcdsaHeadKey(ECDsa.Create(ECCurve.NamedCurves.nistP256), isOwned: true),
        HeadAlgorithm.Sm2 => Sm2HeadKey.Generate(),
        _ => throw new ArgumentOutOfRangeException(nameof(algorithm), algorithm, "Unknown algorithm."),
    };

    /// <summary>A key that lives elsewhere, such as in a hardware module; it stays the caller's to dispose of.</summary>
    /// <exception cref="ArgumentException">The key is not on the curve P-256.</exception>
    public static HeadKey From(ECDsa key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return key.KeySize == 256
            ? new EcdsaHeadKey(key, isOwned: false)
            : throw new ArgumentException("The key must be on the curve P-256.", nameof(key));
    }

    /// <summary>
    /// Reads a private key (PKCS#8) or a public one (SubjectPublicKeyInfo). SUP9108: it may be for SM2, which is not to be had on
    /// this machine; SUP9109: there is no key of either kind in the text.
    /// </summary>
    public static Outcome<HeadKey> FromPem(string pem)
    {
        ArgumentNullException.ThrowIfNull(pem);
        if (!PemEncoding.TryFind(pem, out var place))
        {
            return Refusal.Of("SUP9109");
        }

        var der = Convert.FromBase64String(pem[place.Base64Data]);
        if (Sm2HeadKey.IsSm2(der))
        {
            return Sm2HeadKey.FromDer(der, isPrivate: pem[place.Label].EndsWith("PRIVATE KEY", StringComparison.Ordinal));
        }

        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(pem);
            if (key.KeySize == 256)
            {
                return new EcdsaHeadKey(key, isOwned: true);
            }
        }
        catch (Exception fault) when (fault is ArgumentException or CryptographicException)
        {
            // Answered below.
        }

        key.Dispose();
        return Refusal.Of("SUP9109");
    }

    /// <summary>The private key as PKCS#8 in PEM.</summary>
    public abstract string ExportPrivatePem();

    /// <summary>The public key as SubjectPublicKeyInfo in PEM.</summary>
    public string ExportPublicPem() => PemEncoding.WriteString("PUBLIC KEY", ExportPublicKey());

    /// <inheritdoc />
    public void Dispose()
    {
        Release();
        GC.SuppressFinalize(this);
    }

    internal abstract byte[] Sign(ReadOnlySpan<byte> message);

    internal abstract bool IsSigned(ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature);

    private protected abstract byte[] ExportPublicKey();

    private protected abstract void Release();
}
