using System.Text;
using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Hashing;

namespace Supervision.Documents;

/// <summary>
/// A numbered document as it was issued: its facts and the template of that day, so that it can be printed again and checked.
/// It never changes. Immutable.
/// </summary>
/// <param name="Kind">Kind.</param>
/// <param name="Key">What it is about, such as a task or a case; at most one document of a kind for a key.</param>
/// <param name="AgencyId">Agency that issued it.</param>
/// <param name="Number">Document number as printed.</param>
/// <param name="TemplateText">The template it was made from.</param>
/// <param name="Facts">Its facts.</param>
/// <param name="IssuedOn">Civil date of the number.</param>
/// <param name="VerificationBase">Page under which it can be verified; null when there is none.</param>
public sealed record IssuedDocument(
    DocumentKind Kind,
    string Key,
    string AgencyId,
    string Number,
    string TemplateText,
    DocumentFacts Facts,
    DateOnly IssuedOn,
    Uri? VerificationBase)
{
    /// <summary>SHA-256 over kind, key, agency, number, template and facts; 64 lower-case hexadecimal digits. It is what the journal keeps.</summary>
    public string ContentHash => Hash.Of(HashKind.Sha256, Encoding.UTF8.GetBytes(CanonicalJson.Of(json =>
    {
        json.WriteString("kind", Kind.ToString());
        json.WriteString("key", Key);
        json.WriteString("agency", AgencyId);
        json.WriteString("number", Number);
        json.WriteString("template", Hash.Of(HashKind.Sha256, Encoding.UTF8.GetBytes(TemplateText)).ToString());
        json.WriteStartObject("values");
        foreach (var (name, text) in Facts.Values.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            json.WriteString(name, text);
        }

        json.WriteEndObject();
        json.WriteStartObject("lists");
        foreach (var (name, rows) in Facts.Lists.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            json.WriteStartArray(name);
            foreach (var row in rows)
            {
                json.WriteStartObject();
                foreach (var (column, text) in row.OrderBy(pair => pair.Key, StringComparer.Ordinal))
                {
                    json.WriteString(column, text);
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }))).ToString();

    /// <summary>Where the QR code leads: the verification page and the first 32 digits of the content hash.</summary>
    public Uri? VerificationUrl => VerificationBase is null ? null : new Uri(VerificationBase, ContentHash[..32]);

    /// <summary>The document for an audience, as it was issued.</summary>
    public Outcome<ComposedDocument> Compose(DocumentAudience audience) =>
        DocumentComposer.Compose(DocumentTemplate.Parse(TemplateText), Facts, Number, VerificationUrl, audience);
}
