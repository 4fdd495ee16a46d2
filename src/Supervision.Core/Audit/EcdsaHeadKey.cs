using System.Security.Cryptography;

namespace Supervision.Audit;

/// <summary>ECDSA on P-256.</summary>
internal sealed class EcdsaHeadKey(ECDsa key, bool isOwned) : HeadKey
{
    public override HeadAlgorithm Algorithm => HeadAlgorithm.EcdsaP256;

    public override string ExportPrivatePem() => key.ExportPkcs8PrivateKeyPem();

    internal override byte[] Sign(ReadOnlySpan<byte> message) => key.SignData(message, HashAlgorithmName.SHA256);

    internal override bool IsSigned(ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature) =>
        key.VerifyData(message, signature, HashAlgorithmName.SHA256);

    private protected override byte[] ExportPublicKey() => key.ExportSubjectPublicKeyInfo();

    private protected override void Release()
    {
        if (isOwned)
        {
            key.Dispose();
        }
    }
}
