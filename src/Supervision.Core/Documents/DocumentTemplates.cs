using Supervision.Decisions;

namespace Supervision.Documents;

/// <summary>The templates that a host makes documents from: one for each kind, the shipped ones or its own. Immutable, thread-safe.</summary>
public sealed class DocumentTemplates
{
    private static readonly Lazy<DocumentTemplates> s_shipped = new(() => new DocumentTemplates(ReadAll()));

    private readonly Dictionary<DocumentKind, DocumentTemplate> _templates;

    private DocumentTemplates(Dictionary<DocumentKind, DocumentTemplate> templates) => _templates = templates;

    /// <summary>The templates that come with the library.</summary>
    public static DocumentTemplates Shipped => s_shipped.Value;

    /// <summary>The template of a kind.</summary>
    public DocumentTemplate Of(DocumentKind kind) => _templates[kind];

    /// <summary>
    /// These templates with another one in the place of its kind: other wording, order, title, number. What the records give stays: SUP7650: it
    /// lacks a field or column of the shipped template, or has one that no record gives; SUP7651: it doesn't mark as personal what the shipped
    /// one does, so that the public version would show it.
    /// </summary>
    /// <param name="template">A template of your own, with the provision that asks for it in your place.</param>
    /// <returns>The new set; register it before AddSupervision, and the steps of cases make their documents from it.</returns>
    public Outcome<DocumentTemplates> With(DocumentTemplate template)
    {
        ArgumentNullException.ThrowIfNull(template);
        var shipped = Shipped.Of(template.Kind);
        string[] given = [.. NamesOf(shipped)], asked = [.. NamesOf(template)];
        if (given.Except(asked, StringComparer.Ordinal).Concat(asked.Except(given, StringComparer.Ordinal)).FirstOrDefault() is { } name)
        {
            return Refusal.Of("SUP7650", template.Id, name, shipped.Id).On(template.Basis);
        }

        if (shipped.Fields.FirstOrDefault(field => Shows(template.Find(field.Name)!, field)) is { } shown)
        {
            return Refusal.Of("SUP7651", template.Id, shown.Name).On(template.Basis);
        }

        return new DocumentTemplates(new(_templates) { [template.Kind] = template });
    }

    private static bool Shows(TemplateField field, TemplateField shipped) => shipped.Personal != PersonalData.None
        && (field.Personal != shipped.Personal || (field.PersonalWhen is not null && field.PersonalWhen != shipped.PersonalWhen));

    private static IEnumerable<string> NamesOf(DocumentTemplate template) => template.Fields.Select(field => field.Name)
        .Concat(template.Blocks.Where(block => block.Kind == TemplateBlockKind.Table)
            .SelectMany(table => table.Columns.Select(column => $"{table.Text}.{column.Name}"))).Distinct(StringComparer.Ordinal);

    private static Dictionary<DocumentKind, DocumentTemplate> ReadAll() =>
        typeof(DocumentTemplates).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("Supervision.Documents.Templates.", StringComparison.Ordinal))
            .Select(name => DocumentTemplate.Parse(ShippedDocument.Read(name)))
            .ToDictionary(template => template.Kind);
}
