using System.Globalization;
using System.Text;
using System.Text.Json;
using Supervision.Decisions;
using Supervision.Hashing;

namespace Supervision.Audit;

/// <summary>
/// A head of the journal with the authority's signature. Put where the operator cannot take it back: on the public page, in a
/// notice, with the supervising department. Immutable.
/// </summary>
/// <param name="Authority">Whose journal, an identifier.</param>
/// <param name="At">When it was signed.</param>
/// <param name="Head">Size, root and hash function.</param>
/// <param name="KeyId">SHA-256 of the public key (SubjectPublicKeyInfo).</param>
/// <param name="Signature">Signature, in the form that <see cref="HeadAlgorithm"/> says.</param>
public sealed record SignedHead(string Authority, DateTimeOffset At, JournalHead Head, Digest KeyId, ReadOnlyMemory<byte> Signature)
{
    /// <summary>The text in the member <c>format</c> of a SHA-256 journal's head, signed by ECDSA.</summary>
    public const string Format = "supervision-journal-head/1";

    /// <summary>The same where SM3 or SM2 is used: the form also names both functions.</summary>
    public const string FormatWithNames = "supervision-journal-head/2";

    private const string Instant = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    /// <summary>How it was signed.</summary>
    public HeadAlgorithm Algorithm { get; init; } = HeadAlgorithm.EcdsaP256;

    private bool IsPlain => Algorithm == HeadAlgorithm.EcdsaP256 && Head.Hash == HashKind.Sha256;

    /// <summary>Signs a head.</summary>
    /// <exception cref="ArgumentException">The authority is no identifier.</exception>
    public static SignedHead Sign(string authority, DateTimeOffset at, JournalHead head, HeadKey key)
    {
        ArgumentNullException.ThrowIfNull(head);
        ArgumentNullException.ThrowIfNull(key);
        if (!Identifier.IsValid(authority))
        {
            throw new ArgumentException("The authority must be an identifier.", nameof(authority));
        }

        var unsigned = new SignedHead(authority, at, head, key.Id, default) { Algorithm = key.Algorithm };
        return unsigned with { Signature = key.Sign(unsigned.Message()) };
    }

    /// <summary>Whether this key signed exactly this head. Never throws for what the record holds.</summary>
    public bool IsSignedBy(HeadKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return Algorithm == key.Algorithm && KeyId == key.Id && key.IsSigned(Message(), Signature.Span);
    }

    /// <summary>The head as a JSON object.</summary>
    public string ToJson() => CanonicalJson.Of(json =>
    {
        json.WriteString("format", IsPlain ? Format : FormatWithNames);
        json.WriteString("authority", Authority);
        json.WriteString("at", Text(At));
        if (!IsPlain)
        {
            json.WriteString("hash", NameOf(Head.Hash));
        }

        json.WriteNumber("size", Head.Size);
        json.WriteString("root", Head.Root.ToString());
        if (!IsPlain)
        {
            json.WriteString("algorithm", NameOf(Algorithm));
        }

        json.WriteString("key", KeyId.ToString());
        json.WriteBase64String("signature", Signature.Span);
    });

    /// <summary>Reads the JSON object, or SUP9107: it is none of these forms.</summary>
    public static Outcome<SignedHead> Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            using var document = JsonDocument.Parse(text);
            var json = document.RootElement;
            if (ReadNames(json) is var (hash, algorithm)
                && json.GetProperty("authority").GetString() is { } authority && Identifier.IsValid(authority)
                && DateTimeOffset.TryParseExact(
                    json.GetProperty("at").GetString(), Instant, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
                && Digest.TryParse(json.GetProperty("root").GetString(), out var root)
                && Digest.TryParse(json.GetProperty("key").GetString(), out var key))
            {
                return new SignedHead(
                    authority, at, new JournalHead(json.GetProperty("size").GetInt64(), root) { Hash = hash }, key,
                    json.GetProperty("signature").GetBytesFromBase64()) { Algorithm = algorithm };
            }
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            return Refusal.Of("SUP9107", fault.Message);
        }

        return Refusal.Of("SUP9107", Format);
    }

    private static (HashKind Hash, HeadAlgorithm Algorithm)? ReadNames(JsonElement json) =>
        json.GetProperty("format").GetString() switch
        {
            Format => (HashKind.Sha256, HeadAlgorithm.EcdsaP256),
            FormatWithNames => (json.GetProperty("hash").GetString(), json.GetProperty("algorithm").GetString()) switch
            {
                ("sha256", "sm2-sm3") => (HashKind.Sha256, HeadAlgorithm.Sm2),
                ("sm3", "ecdsa-p256-sha256") => (HashKind.Sm3, HeadAlgorithm.EcdsaP256),
                ("sm3", "sm2-sm3") => (HashKind.Sm3, HeadAlgorithm.Sm2),
                _ => null,
            },
            _ => null,
        };

    private static string NameOf(HashKind hash) => hash == HashKind.Sm3 ? "sm3" : "sha256";

    private static string NameOf(HeadAlgorithm algorithm) =>
        algorithm == HeadAlgorithm.Sm2 ? "sm2-sm3" : "ecdsa-p256-sha256";

    private byte[] Message() => Encoding.UTF8.GetBytes(IsPlain
        ? $"{Format}\n{Authority}\n{Text(At)}\n{Invariant.Text(Head.Size)}\n{Head.Root}\n"
        : $"{FormatWithNames}\n{Authority}\n{Text(At)}\n{NameOf(Head.Hash)}\n{Invariant.Text(Head.Size)}\n{Head.Root}\n{NameOf(Algorithm)}\n");

    private static string Text(DateTimeOffset instant) => instant.UtcDateTime.ToString(Instant, CultureInfo.InvariantCulture);
}
