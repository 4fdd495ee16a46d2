using System.Security.Cryptography;
using System.Text;

namespace Supervision.Storage.Outbox;

/// <summary>
/// Signs what a webhook is told: "v1," and HMAC-SHA256 for a secret, "v1p256," and ECDSA (P-256, SHA-256, r ‖ s) for a private
/// key in PEM, both in Base64 over "id.timestamp.body".
/// </summary>
public static class WebhookSignature
{
    private const string Shared = "v1,";
    private const string Asymmetric = "v1p256,";

    /// <summary>The signature by what a secret file holds.</summary>
    /// <exception cref="CryptographicException">The secret has fewer than 16 bytes, or the key is not on P-256.</exception>
    public static string Of(string secret, string id, string timestamp, ReadOnlySpan<byte> body)
    {
        ArgumentNullException.ThrowIfNull(secret);
        byte[] message = [.. Encoding.UTF8.GetBytes($"{id}.{timestamp}."), .. body];
        if (IsKey(secret))
        {
            using var key = ECDsa.Create();
            key.ImportFromPem(secret);
            return key.KeySize == 256
                ? Asymmetric + Convert.ToBase64String(key.SignData(message, HashAlgorithmName.SHA256))
                : throw new CryptographicException("The key must be on the curve P-256.");
        }

        var bytes = Encoding.UTF8.GetBytes(secret.Trim());
        return bytes.Length >= 16
            ? Shared + Convert.ToBase64String(HMACSHA256.HashData(bytes, message))
            : throw new CryptographicException("The secret must have at least 16 bytes.");
    }

    /// <summary>For receivers: whether a signature fits, by the shared secret or by the sender's public key (PEM). Never throws for what was sent.</summary>
    public static bool Fits(string secretOrPublicKey, string id, string timestamp, ReadOnlySpan<byte> body, string signature)
    {
        ArgumentNullException.ThrowIfNull(secretOrPublicKey);
        ArgumentNullException.ThrowIfNull(signature);
        if (!IsKey(secretOrPublicKey))
        {
            return CryptographicOperations.FixedTimeEquals(
                Encoding.UTF8.GetBytes(Of(secretOrPublicKey, id, timestamp, body)), Encoding.UTF8.GetBytes(signature));
        }

        var bytes = new byte[64];
        if (!signature.StartsWith(Asymmetric, StringComparison.Ordinal)
            || !Convert.TryFromBase64String(signature[Asymmetric.Length..], bytes, out var length) || length != bytes.Length)
        {
            return false;
        }

        using var key = ECDsa.Create();
        key.ImportFromPem(secretOrPublicKey);
        return key.VerifyData((byte[])[.. Encoding.UTF8.GetBytes($"{id}.{timestamp}."), .. body], bytes, HashAlgorithmName.SHA256);
    }

    private static bool IsKey(string secret) => secret.Contains("-----BEGIN", StringComparison.Ordinal);
}
