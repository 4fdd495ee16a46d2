using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;
using Supervision.Decisions;

namespace Supervision.Audit;

/// <summary>SM2 by libcrypto of OpenSSL 3; the base library has no SM2.</summary>
internal sealed class Sm2HeadKey : HeadKey
{
    // The object identifier 1.2.156.10197.1.301 of the curve, as it stands in every SM2 key.
    private static readonly byte[] s_curve = [0x06, 0x08, 0x2A, 0x81, 0x1C, 0xCF, 0x55, 0x01, 0x82, 0x2D];

    private readonly Handle _key;

    private Sm2HeadKey(IntPtr key) => _key = new Handle(key);

    public override HeadAlgorithm Algorithm => HeadAlgorithm.Sm2;

    public static bool IsSm2(ReadOnlySpan<byte> der) => der.IndexOf(s_curve) >= 0;

    public static Outcome<HeadKey> Generate() =>
        LibCrypto.IsPresent ? new Sm2HeadKey(LibCrypto.GenerateSm2()) : Refusal.Of("SUP9108");

    /// <summary>Reads PKCS#8 or SubjectPublicKeyInfo.</summary>
    public static Outcome<HeadKey> FromDer(byte[] der, bool isPrivate)
    {
        if (!LibCrypto.IsPresent)
        {
            return Refusal.Of("SUP9108");
        }

        var key = LibCrypto.ReadSm2(der, isPrivate);
        return key == IntPtr.Zero ? Refusal.Of("SUP9109") : new Sm2HeadKey(key);
    }

    public override string ExportPrivatePem() => PemEncoding.WriteString("PRIVATE KEY", LibCrypto.WritePrivate(Key()));

    internal override byte[] Sign(ReadOnlySpan<byte> message) => LibCrypto.SignSm2(Key(), message.ToArray());

    internal override bool IsSigned(ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature) =>
        LibCrypto.VerifySm2(Key(), message.ToArray(), signature.ToArray());

    private protected override byte[] ExportPublicKey() => LibCrypto.WritePublic(Key());

    private protected override void Release() => _key.Dispose();

    private IntPtr Key()
    {
        ObjectDisposedException.ThrowIf(_key.IsClosed, this);
        return _key.DangerousGetHandle();
    }

    private sealed class Handle : SafeHandleZeroOrMinusOneIsInvalid
    {
        public Handle(IntPtr key)
            : base(ownsHandle: true) => SetHandle(key);

        protected override bool ReleaseHandle()
        {
            LibCrypto.Free(handle);
            return true;
        }
    }
}
