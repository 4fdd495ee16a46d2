using Supervision.Decisions;

namespace Supervision.Documents;

/// <summary>The templates that come with the library: one for each kind. Thread-safe.</summary>
public static class DocumentTemplates
{
    private static readonly Lazy<Dictionary<DocumentKind, DocumentTemplate>> s_shipped = new(ReadAll);

    /// <summary>The shipped template of a kind.</summary>
    public static DocumentTemplate Of(DocumentKind kind) => s_shipped.Value[kind];

    private static Dictionary<DocumentKind, DocumentTemplate> ReadAll() =>
        typeof(DocumentTemplates).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("Supervision.Documents.Templates.", StringComparison.Ordinal))
            .Select(name => DocumentTemplate.Parse(ShippedDocument.Read(name)))
            .ToDictionary(template => template.Kind);
}
