using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Registry;
using Supervision.Time;

namespace Supervision.Documents;

/// <summary>Checks a document, then numbers and keeps it within the unit of work of its use case, which commits.</summary>
internal sealed class DocumentDesk(IDocumentStore documents, IDocumentNumberStore numbers, IUnitOfWork work, AuthorityClock clock)
{
    /// <summary>The one that is there already with the same facts, or why none may be issued; neither: it may. Changes nothing.</summary>
    public async Task<(IssuedDocument? Earlier, Refusal? Refusal)> CheckAsync(
        DocumentTemplate template, string key, DocumentFacts facts, CancellationToken cancellationToken)
    {
        if (DocumentComposer.Compose(template, facts, "", null, DocumentAudience.Party).Refusal is { } wrong)
        {
            return (null, wrong);
        }

        if (await documents.FindAsync(template.Kind, key, cancellationToken).ConfigureAwait(false) is not { } earlier)
        {
            return (null, null);
        }

        // Of one from which personal data were erased nobody can say any more whether the facts are the same.
        var same = earlier with { TemplateText = template.Text, Facts = facts, OriginalHash = null };
        return earlier.OriginalHash is null && same.ContentHash == earlier.ContentHash ? (earlier, null) : (null, Refusal.Of("SUP2604", template.Title, key, earlier.Number));
    }

    /// <summary>The next number of agency, kind and year.</summary>
    public Task<DocumentNumber> NumberAsync(
        DocumentTemplate template, string key, string agencyShort, DateOnly on, CancellationToken cancellationToken) =>
        numbers.TakeAsync(agencyShort, template.NumberKind, key, on, cancellationToken);

    /// <summary>Numbers, keeps and journals the document.</summary>
    public async Task<IssuedDocument> KeepAsync(
        DocumentTemplate template, string key, string agencyShort, DocumentFacts facts, DateOnly on, Uri? verificationBase, Actor actor,
        CancellationToken cancellationToken)
    {
        var number = await NumberAsync(template, key, agencyShort, on, cancellationToken).ConfigureAwait(false);
        var document = await documents.AddAsync(
            new IssuedDocument(template.Kind, key, actor.AgencyId, number.ToString(), template.Text, facts, on, verificationBase), cancellationToken)
            .ConfigureAwait(false);
        work.Append(new JournalRecord("document.issued", key, actor, clock.Now, CanonicalJson.Of(json =>
        {
            json.WriteString("kind", template.Kind.ToString());
            json.WriteString("number", document.Number);
            json.WriteString("template", template.ContentHash);
            json.WriteString("content", document.ContentHash);
        })));
        return document;
    }
}
