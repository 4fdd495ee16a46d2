namespace Supervision.Audit;

/// <summary>How heads of the journal are signed. Zero is "not set" and never valid.</summary>
public enum HeadAlgorithm
{
    /// <summary>ECDSA on P-256 with SHA-256; signatures are r ‖ s, 64 bytes. The default.</summary>
    EcdsaP256 = 1,

    /// <summary>
    /// SM2 with SM3 (GB/T 32918.2-2016) and the usual identity "1234567812345678"; signatures are DER. Needs libcrypto of
    /// OpenSSL 3 on the machine.
    /// </summary>
    Sm2 = 2,
}
