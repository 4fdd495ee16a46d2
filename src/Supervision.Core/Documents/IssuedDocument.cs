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
    // What stands in the place of erased personal data.
    private const string Erased = "［已删除］";

    /// <summary>
    /// Random text that goes into the hash, given by the store, which keeps it with the facts: once both are erased, nobody can try names
    /// against the hash in the journal. Empty before the document is kept.
    /// </summary>
    public string Salt { get; init; } = "";

    /// <summary>The hash of the document as it was issued, when personal data have been erased from it since; null while it is whole.</summary>
    public string? OriginalHash { get; init; }

    /// <summary>
    /// SHA-256 over kind, key, agency, number, template, facts and salt, as it was issued; 64 lower-case hexadecimal digits. It is what the
    /// journal keeps.
    /// </summary>
    public string ContentHash => OriginalHash ?? Hash.Of(HashKind.Sha256, Encoding.UTF8.GetBytes(CanonicalJson.Of(json =>
    {
        json.WriteString("kind", Kind.ToString());
        json.WriteString("key", Key);
        json.WriteString("agency", AgencyId);
        json.WriteString("number", Number);
        json.WriteString("template", Hash.Of(HashKind.Sha256, Encoding.UTF8.GetBytes(TemplateText)).ToString());
        if (Salt.Length > 0)
        {
            json.WriteString("salt", Salt);
        }

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

    /// <summary>
    /// The document without the personal data that its template declares and without these texts, and without the salt. Number and hash
    /// stay, so that the journal's entry still has its document.
    /// </summary>
    /// <param name="texts">Further texts that go wherever they stand: name, identity number, telephone of the person; none is empty.</param>
    public IssuedDocument Without(IReadOnlyList<string> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        string[] gone = [.. DocumentComposer.PersonalTexts(DocumentTemplate.Parse(TemplateText), Facts.Values).Concat(texts).OrderByDescending(text => text.Length)];
        return this with
        {
            Facts = new DocumentFacts(
                Facts.Values.ToDictionary(pair => pair.Key, pair => Cleared(pair.Value), StringComparer.Ordinal),
                Facts.Lists.ToDictionary(
                    list => list.Key,
                    list => (IReadOnlyList<IReadOnlyDictionary<string, string>>)[.. list.Value.Select(row => row.ToDictionary(
                        cell => cell.Key, cell => Cleared(cell.Value), StringComparer.Ordinal))],
                    StringComparer.Ordinal)),
            Salt = "",
            OriginalHash = ContentHash,
        };

        string Cleared(string text) => gone.Aggregate(text, (left, one) => left.Replace(one, Erased, StringComparison.Ordinal));
    }

    /// <summary>The document for an audience, as it was issued.</summary>
    public Outcome<ComposedDocument> Compose(DocumentAudience audience) =>
        DocumentComposer.Compose(DocumentTemplate.Parse(TemplateText), Facts, Number, VerificationUrl, audience);
}
