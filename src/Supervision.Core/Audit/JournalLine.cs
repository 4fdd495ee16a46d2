using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Supervision.Hashing;

namespace Supervision.Audit;

/// <summary>The lines of an exported journal: the same entry always gives the same bytes, LF included.</summary>
internal static class JournalLine
{
    private const string Instant = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonDocumentOptions s_strict = new() { AllowDuplicateProperties = false };

    private static readonly byte[] s_sha256 = "{\"format\":\"supervision-journal/1\"}\n"u8.ToArray();

    private static readonly byte[] s_sm3 = "{\"format\":\"supervision-journal/1\",\"hash\":\"sm3\"}\n"u8.ToArray();

    /// <summary>The first line.</summary>
    public static ReadOnlyMemory<byte> Format(HashKind hash) => hash == HashKind.Sm3 ? s_sm3 : s_sha256;

    /// <summary>The hash function that a first line names, or null when it is no such line.</summary>
    public static HashKind? ReadFormat(ReadOnlySpan<byte> line) =>
        line.SequenceEqual(s_sha256) ? HashKind.Sha256 : line.SequenceEqual(s_sm3) ? HashKind.Sm3 : null;

    public static ReadOnlyMemory<byte> Of(JournalEntry entry) => Line(json =>
    {
        var record = entry.Record;
        json.WriteNumber("index", entry.Index);
        json.WriteString("type", record.Type);
        json.WriteString("key", record.Key);
        json.WriteString("actor", record.Actor.Id);
        json.WriteString("agency", record.Actor.AgencyId);
        json.WriteString("at", record.At.UtcDateTime.ToString(Instant, CultureInfo.InvariantCulture));
        json.WriteString("payload", record.Payload);
        json.WriteString("leaf", entry.LeafHash.ToString());
    });

    public static ReadOnlyMemory<byte> Of(JournalHead head) => Line(json =>
    {
        json.WriteNumber("size", head.Size);
        json.WriteString("root", head.Root.ToString());
    });

    /// <summary>The head of a line, or null when it is no such line.</summary>
    public static JournalHead? ReadHead(ReadOnlySpan<byte> line) => !line.StartsWith("{\"size\":"u8) ? null : Read(line, static json =>
        json.TryGetProperty("size", out var size) && size.TryGetInt64(out var count) && DigestOf(json, "root") is { } root
            ? new JournalHead(count, root)
            : null);

    /// <summary>The entry of a line, or null when it is no such line.</summary>
    public static JournalEntry? ReadEntry(ReadOnlySpan<byte> line) => Read(line, static json =>
        json.TryGetProperty("index", out var number) && number.TryGetInt64(out var index)
        && TextOf(json, "type") is { } type && TextOf(json, "key") is { } key
        && TextOf(json, "actor") is { } actor && TextOf(json, "agency") is { } agency
        && DateTimeOffset.TryParseExact(
            TextOf(json, "at"), Instant, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
        && TextOf(json, "payload") is { } payload && DigestOf(json, "leaf") is { } leaf
            ? new JournalEntry(index, new JournalRecord(type, key, new Actor(actor, agency), at, payload), leaf)
            : null);

    private static T? Read<T>(ReadOnlySpan<byte> line, Func<JsonElement, T?> read)
        where T : class
    {
        try
        {
            using var json = JsonDocument.Parse(line.ToArray(), s_strict);
            return json.RootElement.ValueKind == JsonValueKind.Object ? read(json.RootElement) : null;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string? TextOf(JsonElement json, string name) =>
        json.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;

    private static Digest? DigestOf(JsonElement json, string name) =>
        Digest.TryParse(TextOf(json, name), out var digest) ? digest : null;

    private static ReadOnlyMemory<byte> Line(Action<Utf8JsonWriter> members)
    {
        var bytes = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(bytes, s_options))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        bytes.Write("\n"u8);
        return bytes.WrittenMemory;
    }
}
