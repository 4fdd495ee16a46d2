using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Supervision.Decisions;
using Supervision.Hashing;

namespace Supervision.Audit;

/// <summary>
/// A head of the journal with the authority's signature (ECDSA on P-256, SHA-256). Put where the operator cannot take it back: on the
/// public page, in a notice, with the supervising department. Immutable.
/// </summary>
/// <param name="Authority">Whose journal, an identifier.</param>
/// <param name="At">When it was signed.</param>
/// <param name="Head">Size and root.</param>
/// <param name="KeyId">SHA-256 of the public key (SubjectPublicKeyInfo).</param>
/// <param name="Signature">Signature in the form of IEEE P1363: 64 bytes.</param>
public sealed record SignedHead(string Authority, DateTimeOffset At, JournalHead Head, Digest KeyId, ReadOnlyMemory<byte> Signature)
{
    /// <summary>The text in the member <c>format</c>.</summary>
    public const string Format = "supervision-journal-head/1";

    private const string Instant = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    /// <summary>Signs a head.</summary>
    /// <exception cref="ArgumentException">The authority is no identifier, or the key is not on P-256.</exception>
    public static SignedHead Sign(string authority, DateTimeOffset at, JournalHead head, ECDsa key)
    {
        ArgumentNullException.ThrowIfNull(head);
        ArgumentNullException.ThrowIfNull(key);
        if (!Identifier.IsValid(authority))
        {
            throw new ArgumentException("The authority must be an identifier.", nameof(authority));
        }

        if (key.KeySize != 256)
        {
            throw new ArgumentException("The key must be on the curve P-256.", nameof(key));
        }

        return new SignedHead(
            authority, at, head, KeyIdOf(key), key.SignData(Message(authority, at, head), HashAlgorithmName.SHA256));
    }

    /// <summary>Whether this key signed exactly this head. Never throws for what the record holds.</summary>
    public bool IsSignedBy(ECDsa key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return KeyId == KeyIdOf(key)
            && key.VerifyData(Message(Authority, At, Head), Signature.Span, HashAlgorithmName.SHA256);
    }

    /// <summary>The head as a JSON object.</summary>
    public string ToJson() => CanonicalJson.Of(json =>
    {
        json.WriteString("format", Format);
        json.WriteString("authority", Authority);
        json.WriteString("at", Text(At));
        json.WriteNumber("size", Head.Size);
        json.WriteString("root", Head.Root.ToString());
        json.WriteString("key", KeyId.ToString());
        json.WriteBase64String("signature", Signature.Span);
    });

    /// <summary>Reads the JSON object, or SUP9107: it is none of this form.</summary>
    public static Outcome<SignedHead> Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            using var document = JsonDocument.Parse(text);
            var json = document.RootElement;
            if (string.Equals(json.GetProperty("format").GetString(), Format, StringComparison.Ordinal)
                && json.GetProperty("authority").GetString() is { } authority && Identifier.IsValid(authority)
                && DateTimeOffset.TryParseExact(
                    json.GetProperty("at").GetString(), Instant, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
                && Digest.TryParse(json.GetProperty("root").GetString(), out var root)
                && Digest.TryParse(json.GetProperty("key").GetString(), out var key))
            {
                return new SignedHead(
                    authority, at, new JournalHead(json.GetProperty("size").GetInt64(), root), key,
                    json.GetProperty("signature").GetBytesFromBase64());
            }
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            return Refusal.Of("SUP9107", fault.Message);
        }

        return Refusal.Of("SUP9107", Format);
    }

    private static byte[] Message(string authority, DateTimeOffset at, JournalHead head) => Encoding.UTF8.GetBytes(
        $"{Format}\n{authority}\n{Text(at)}\n{Invariant.Text(head.Size)}\n{head.Root}\n");

    private static Digest KeyIdOf(ECDsa key) => Hash.Of(HashKind.Sha256, key.ExportSubjectPublicKeyInfo());

    private static string Text(DateTimeOffset instant) => instant.UtcDateTime.ToString(Instant, CultureInfo.InvariantCulture);
}
