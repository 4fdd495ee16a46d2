using System.Text;
using Supervision.Decisions;

namespace Supervision.Documents;

/// <summary>Puts facts into a template. Pure.</summary>
public static class DocumentComposer
{
    private const string Agency = "agency";

    /// <summary>
    /// The document for an audience. SUP2601: a required field has no fact; SUP2602: a fact has no field (it is misspelt, or the
    /// template is another one); SUP2603: a row of a list lacks a column.
    /// </summary>
    /// <param name="template">Template; the field "agency" names the agency on top.</param>
    /// <param name="facts">Facts.</param>
    /// <param name="number">Document number as printed; empty for a draft.</param>
    /// <param name="verificationUrl">What the QR code leads to, or null.</param>
    /// <param name="audience">Whom it is for.</param>
    public static Outcome<ComposedDocument> Compose(
        DocumentTemplate template, DocumentFacts facts, string number, Uri? verificationUrl, DocumentAudience audience)
    {
        ArgumentNullException.ThrowIfNull(template);
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(number);
        if (Check(template, facts) is { } wrong)
        {
            return wrong;
        }

        var values = audience == DocumentAudience.Public ? Masked(template, facts.Values) : facts.Values;
        var known = audience == DocumentAudience.Public ? Personal(template, facts.Values).ToList() : null;
        var blocks = template.Blocks
            .Where(block => block.When is null || Has(facts, block.When))
            .Select(block => Block(template, block, values, facts, known));
        return new ComposedDocument(
            template.Kind, values[Agency], template.Title, number, [.. blocks], verificationUrl, audience);
    }

    private static Refusal? Check(DocumentTemplate template, DocumentFacts facts)
    {
        var missing = template.Fields.Where(field => field.IsRequired && !Has(facts, field.Name)).Select(field => field.Name).ToList();
        if (missing.Count > 0)
        {
            return Refusal.Of("SUP2601", template.Title, string.Join(", ", missing)).On(template.Basis);
        }

        var lists = template.Blocks.Where(block => block.Kind == TemplateBlockKind.Table).ToList();
        var unknown = facts.Values.Keys.Where(name => template.Find(name) is null)
            .Concat(facts.Lists.Keys.Where(name => lists.All(list => list.Text != name))).ToList();
        if (unknown.Count > 0)
        {
            return Refusal.Of("SUP2602", template.Title, string.Join(", ", unknown));
        }

        foreach (var list in lists)
        {
            if (!facts.Lists.TryGetValue(list.Text, out var rows))
            {
                if (list.When is null)
                {
                    return Refusal.Of("SUP2601", template.Title, list.Text).On(template.Basis);
                }

                continue;
            }

            for (var i = 0; i < rows.Count; i++)
            {
                if (list.Columns.FirstOrDefault(column => !rows[i].ContainsKey(column.Name)) is { } column)
                {
                    return Refusal.Of("SUP2603", list.Text, Invariant.Text(i + 1), column.Name);
                }
            }
        }

        return null;
    }

    private static bool Has(DocumentFacts facts, string name) =>
        (facts.Values.TryGetValue(name, out var text) && text.Length > 0)
        || (facts.Lists.TryGetValue(name, out var rows) && rows.Count > 0);

    private static DocumentBlock Block(
        DocumentTemplate template,
        TemplateBlock block,
        IReadOnlyDictionary<string, string> values,
        DocumentFacts facts,
        List<KeyValuePair<string, PersonalData>>? known)
    {
        IReadOnlyList<IReadOnlyList<string>> rows = block.Kind switch
        {
            TemplateBlockKind.Fields => [.. block.Names.Where(name => values.ContainsKey(name))
                .Select(name => (IReadOnlyList<string>)[template.Find(name)!.Label, values[name]])],
            TemplateBlockKind.Table => [.. facts.Lists[block.Text].Select(row =>
                (IReadOnlyList<string>)[.. block.Columns.Select(column => known is null ? row[column.Name] : Masking.Text(row[column.Name], known))])],
            TemplateBlockKind.Signatures => [.. block.Names.Select(name => (IReadOnlyList<string>)[Fill(name, values)])],
            _ => [],
        };
        var text = block.Kind == TemplateBlockKind.Table ? "" : Fill(block.Text, values);
        return new DocumentBlock(block.Kind, text, rows, block.Columns);
    }

    private static string Fill(string text, IReadOnlyDictionary<string, string> values)
    {
        var filled = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var end = text[i] == '{' ? text.IndexOf('}', i) : -1;
            if (end < 0)
            {
                filled.Append(text[i]);
                continue;
            }

            filled.Append(values.GetValueOrDefault(text[(i + 1)..end], ""));
            i = end;
        }

        return filled.ToString();
    }

    /// <summary>The values that the template declares as personal.</summary>
    internal static IEnumerable<string> PersonalTexts(DocumentTemplate template, IReadOnlyDictionary<string, string> values) =>
        Personal(template, values).Select(pair => pair.Key);

    private static IEnumerable<KeyValuePair<string, PersonalData>> Personal(
        DocumentTemplate template, IReadOnlyDictionary<string, string> values) =>
        from field in template.Fields
        where field.Personal != PersonalData.None && values.TryGetValue(field.Name, out var value) && value.Length > 0
        where field.PersonalWhen is null || values.ContainsKey(field.PersonalWhen)
        select KeyValuePair.Create(values[field.Name], field.Personal);

    private static Dictionary<string, string> Masked(DocumentTemplate template, IReadOnlyDictionary<string, string> values)
    {
        var known = Personal(template, values).ToList();
        return values.ToDictionary(
            pair => pair.Key,
            pair => template.Find(pair.Key) is { } field && field.Personal != PersonalData.None
                && (field.PersonalWhen is null || values.ContainsKey(field.PersonalWhen))
                    ? Masking.Of(pair.Value, field.Personal)
                    : Masking.Text(pair.Value, known),
            StringComparer.Ordinal);
    }
}
