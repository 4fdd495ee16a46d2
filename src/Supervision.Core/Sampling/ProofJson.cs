using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Supervision.Decisions;
using Supervision.Hashing;

namespace Supervision.Sampling;

/// <summary>What the two kinds of proof share as JSON.</summary>
internal static class ProofJson
{
    private static readonly JsonDocumentOptions s_read = new() { AllowDuplicateProperties = false };

    private static readonly JsonWriterOptions s_write = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write(Stream stream, string format, Action<Utf8JsonWriter> write)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using (var json = new Utf8JsonWriter(stream, s_write))
        {
            json.WriteStartObject();
            json.WriteString("format", format);
            write(json);
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
    }

    public static Outcome<T> Read<T>(Stream stream, string format, Func<JsonElement, Outcome<T>> read)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(stream);
        try
        {
            using var document = JsonDocument.Parse(stream, s_read);
            return string.Equals(Text(document.RootElement, "format"), format, StringComparison.Ordinal)
                ? read(document.RootElement)
                : Refusal.Of("SUP4053", format, "format");
        }
        catch (Exception fault)
            when (fault is JsonException or FormatException or InvalidOperationException or KeyNotFoundException)
        {
            return Refusal.Of("SUP4053", format, fault.Message);
        }
    }

    public static Outcome<Announcement> Announcement(JsonElement json) =>
        Sampling.Announcement.Parse(Encoding.UTF8.GetBytes(Text(json, "announcement")));

    public static void Entry(Utf8JsonWriter json, FrameEntry entry)
    {
        json.WriteStartObject("record");
        json.WriteString("id", entry.Record.Id);
        json.WriteString("cell", entry.Record.Cell);
        json.WriteNumber("weight", entry.Record.Weight);
        json.WriteNumber("status", entry.Record.Status);
        json.WriteString("salt", entry.Salt.Length == 0 ? null : Convert.ToHexStringLower(entry.Salt));
        json.WriteEndObject();
        json.WriteNumber("index", entry.Proof.Index);
        json.WriteStartArray("path");
        foreach (var step in entry.Proof.Path)
        {
            json.WriteStringValue(step.ToString());
        }

        json.WriteEndArray();
    }

    /// <summary>An entry; its leaf is computed, and the number of rows is the announced one.</summary>
    public static FrameEntry Entry(JsonElement json, AnnouncementTerms terms)
    {
        var row = json.GetProperty("record");
        var record = new FrameRecord(
            Text(row, "id"), Text(row, "cell"), row.GetProperty("weight").GetUInt32(), row.GetProperty("status").GetByte());
        if (!Texts.IsId(record.Id) || Texts.Utf8Length(record.Cell) is < 0 or > 255)
        {
            throw new FormatException("record");
        }

        var salt = BytesOrNull(row.GetProperty("salt")) ?? [];
        return new FrameEntry(record, salt, new FrameProof(
            json.GetProperty("index").GetInt32(),
            terms.FrameCount,
            FrameLeaf.Hash(terms.HashKind, record, salt),
            [.. json.GetProperty("path").EnumerateArray().Select(step => DigestOrNull(step) ?? throw new FormatException("path"))]));
    }

    public static string Text(JsonElement json, string name) => json.GetProperty(name).GetString() ?? throw new FormatException(name);

    public static byte[]? BytesOrNull(JsonElement value) =>
        value.GetString() is not { } text ? null : Texts.TryHex(text) ?? throw new FormatException(text);

    public static Digest? DigestOrNull(JsonElement value) =>
        value.GetString() is not { } text ? null : Digest.FromBytes(Texts.TryHex(text, Digest.Size) ?? throw new FormatException(text));
}
