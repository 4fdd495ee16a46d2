using System.Text;
using System.Text.Json;
using Supervision.Decisions;
using Supervision.Hashing;

namespace Supervision.Documents;

/// <summary>
/// A template of a kind of document: fields, which of them are personal, and blocks of text. Data, not code: an agency may use
/// its own. Versioned and hashed, so that an issued document can be made again. Immutable.
/// </summary>
public sealed class DocumentTemplate
{
    private DocumentTemplate(JsonElement root, string text)
    {
        Text = text;
        var kind = Required(root, "kind").GetString();
        Kind = Enum.TryParse<DocumentKind>(kind, ignoreCase: true, out var known) && Enum.IsDefined(known)
            ? known
            : throw new JsonException($"'{kind}' is not a kind of document.");
        Id = Required(root, "id").GetString()!;
        Version = Required(root, "version").GetInt32();
        Title = Required(root, "title").GetString()!;
        NumberKind = Required(root, "numberKind").GetString()!;
        Basis = new LegalBasis(Required(root, "law").GetString()!, Required(root, "article").GetString()!);
        Fields = [.. Required(root, "fields").EnumerateArray().Select(FieldOf)];
        Blocks = [.. Required(root, "blocks").EnumerateArray().Select(BlockOf)];
        ContentHash = Hash.Of(HashKind.Sha256, Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n"))).ToString();
    }

    /// <summary>Kind.</summary>
    public DocumentKind Kind { get; }

    /// <summary>Identifier.</summary>
    public string Id { get; }

    /// <summary>Version, counted from 1.</summary>
    public int Version { get; }

    /// <summary>Title as printed.</summary>
    public string Title { get; }

    /// <summary>The kind within a document number, such as "责改".</summary>
    public string NumberKind { get; }

    /// <summary>The provision that asks for the document.</summary>
    public LegalBasis Basis { get; }

    /// <summary>Fields.</summary>
    public IReadOnlyList<TemplateField> Fields { get; }

    /// <summary>Blocks in printed order.</summary>
    public IReadOnlyList<TemplateBlock> Blocks { get; }

    /// <summary>The template itself, as it was read: kept with each issued document.</summary>
    public string Text { get; }

    /// <summary>SHA-256 of the template's text, 64 lower-case hexadecimal digits.</summary>
    public string ContentHash { get; }

    /// <summary>Reads a template; docs/guides/documents.md has the form.</summary>
    /// <exception cref="JsonException">The text is not a template; the message says where.</exception>
    public static DocumentTemplate Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        using var document = JsonDocument.Parse(json);
        return new DocumentTemplate(document.RootElement, json);
    }

    /// <summary>The field with a name, or null.</summary>
    public TemplateField? Find(string name) => Fields.FirstOrDefault(field => field.Name == name);

    private static TemplateField FieldOf(JsonElement json)
    {
        var personal = TextOf(json, "personal");
        return new TemplateField(
            Required(json, "name").GetString()!, Required(json, "label").GetString()!,
            !(json.TryGetProperty("optional", out var optional) && optional.GetBoolean()),
            personal is null ? PersonalData.None
                : Enum.TryParse<PersonalData>(personal, ignoreCase: true, out var kind) ? kind
                : throw new JsonException($"'{personal}' is no kind of personal data."),
            TextOf(json, "personalWhen"));
    }

    private static TemplateBlock BlockOf(JsonElement json)
    {
        var kind = Required(json, "block").GetString();
        return new TemplateBlock(
            Enum.TryParse<TemplateBlockKind>(kind, ignoreCase: true, out var known) && Enum.IsDefined(known)
                ? known
                : throw new JsonException($"'{kind}' is no kind of block."),
            TextOf(json, "text") ?? "",
            json.TryGetProperty("names", out var names) ? [.. names.EnumerateArray().Select(name => name.GetString()!)] : [],
            json.TryGetProperty("columns", out var columns) ? [.. columns.EnumerateArray().Select(ColumnOf)] : [],
            TextOf(json, "when"));
    }

    private static TemplateColumn ColumnOf(JsonElement json) => new(
        Required(json, "name").GetString()!, Required(json, "label").GetString()!, Math.Max(1, Required(json, "width").GetInt32()));

    private static string? TextOf(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static JsonElement Required(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) ? value : throw new JsonException($"'{name}' is missing.");
}
