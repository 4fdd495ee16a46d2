using System.Text.Json;
using Supervision.Audit;

namespace Supervision.Decisions;

/// <summary>
/// An explanation as JSON for machines, format <c>supervision-explanation/1</c>: docs/reference/explanations.md has its shape. What was
/// written is read back whole, in any later version and language.
/// </summary>
public static class ExplanationJson
{
    /// <summary>Name and version of the format.</summary>
    public const string Format = "supervision-explanation/1";

    private const int MaxDepth = 256;

    /// <summary>One document: the format and the tree. Equal explanations give equal bytes.</summary>
    public static string Of(Explanation explanation)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        return CanonicalJson.Of(json =>
        {
            json.WriteString("format", Format);
            json.WritePropertyName("tree");
            Write(json, explanation);
        });
    }

    /// <summary>Writes the tree as one value.</summary>
    public static void Write(Utf8JsonWriter json, Explanation explanation)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(explanation);
        json.WriteStartObject();
        Text(json, explanation.Text);
        if (explanation.Basis is { } basis)
        {
            Basis(json, basis);
        }

        if (explanation.Because.Count > 0)
        {
            json.WriteStartArray("because");
            foreach (var line in explanation.Because)
            {
                Write(json, line);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    /// <summary>Reads a document that <see cref="Of"/> wrote.</summary>
    /// <exception cref="FormatException">It is none, or of another version.</exception>
    public static Explanation Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            using var json = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = MaxDepth });
            return json.RootElement.GetProperty("format").GetString() is Format
                ? Read(json.RootElement.GetProperty("tree"))
                : throw new FormatException($"The explanation is not of the format {Format}.");
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new FormatException($"Not an explanation: {problem.Message}", problem);
        }
    }

    /// <summary>Reads a tree that <see cref="Write"/> wrote.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static Explanation Read(JsonElement tree)
    {
        try
        {
            return Node(tree);
        }
        catch (Exception problem) when (problem is InvalidOperationException or KeyNotFoundException)
        {
            throw new FormatException($"Not an explanation: {problem.Message}", problem);
        }
    }

    private static Explanation Node(JsonElement tree) => new(
        tree.TryGetProperty("text", out var literal)
            ? Message.Literal(literal.GetString()!)
            : Message.Of(
                tree.GetProperty("kind").GetString()!,
                tree.TryGetProperty("with", out var with) ? [.. with.EnumerateObject().Select(one => one.Value.GetString()!)] : []),
        tree.TryGetProperty("basis", out var basis) ? Basis(basis) : null,
        tree.TryGetProperty("because", out var because) ? [.. because.EnumerateArray().Select(Node)] : []);

    private static void Text(Utf8JsonWriter json, Message text)
    {
        if (text.IsLiteral)
        {
            json.WriteString("text", text.Key);
            return;
        }

        json.WriteString("kind", text.Key);
        if (text.Arguments.Count > 0)
        {
            json.WriteStartObject("with");
            foreach (var (at, argument) in text.Arguments.Index())
            {
                json.WriteString(ExplanationNames.Of(text.Key, at), argument);
            }

            json.WriteEndObject();
        }
    }

    private static void Basis(Utf8JsonWriter json, LegalBasis basis)
    {
        json.WriteStartObject("basis");
        json.WriteString("law", basis.Law);
        if (basis.Article.Length > 0)
        {
            json.WriteString("article", basis.Article);
        }

        if (basis.EffectiveFrom is { } from)
        {
            json.WriteString("from", Invariant.Text(from));
        }

        if (basis.EffectiveTo is { } to)
        {
            json.WriteString("to", Invariant.Text(to));
        }

        json.WriteEndObject();
    }

    private static LegalBasis Basis(JsonElement basis) => new(
        basis.GetProperty("law").GetString()!,
        basis.TryGetProperty("article", out var article) ? article.GetString()! : "",
        Date(basis, "from"),
        Date(basis, "to"));

    private static DateOnly? Date(JsonElement basis, string name) =>
        basis.TryGetProperty(name, out var date)
            ? DateOnly.ParseExact(date.GetString()!, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)
            : null;
}
