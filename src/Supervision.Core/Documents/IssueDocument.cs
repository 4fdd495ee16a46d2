using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Registry;
using Supervision.Time;

namespace Supervision.Documents;

/// <summary>Numbers a document, keeps it and journals its hash, all in one transaction: no number without its document.</summary>
[AllowedTo(Roles.Inspector | Roles.CaseOfficer | Roles.Head)]
public sealed class IssueDocument(IDocumentStore documents, IDocumentNumberStore numbers, IUnitOfWork work, AuthorityClock clock)
{
    /// <summary>
    /// Issues the document; issuing the same one again gives the one that is there. SUP2601–2603: the facts do not fit the template;
    /// SUP2604: one of this kind was issued for this key with other facts: it never changes.
    /// </summary>
    /// <param name="template">Template.</param>
    /// <param name="key">What it is about, such as a task's or a case's id; an identifier.</param>
    /// <param name="agencyShort">Short name of the agency within the number, such as "义乌市监".</param>
    /// <param name="facts">Facts.</param>
    /// <param name="verificationBase">Page under which it can be verified, ending in "/"; or null.</param>
    /// <param name="actor">Who issues.</param>
    /// <param name="cancellationToken">Gives up; nothing is kept.</param>
    public async Task<Outcome<IssuedDocument>> RunAsync(
        DocumentTemplate template,
        string key,
        string agencyShort,
        DocumentFacts facts,
        Uri? verificationBase,
        Actor actor,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(template);
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(actor);
        if (DocumentComposer.Compose(template, facts, "", null, DocumentAudience.Party).Refusal is { } wrong)
        {
            return wrong;
        }

        var earlier = await documents.FindAsync(template.Kind, key, cancellationToken).ConfigureAwait(false);
        if (earlier is not null)
        {
            var same = earlier with { TemplateText = template.Text, Facts = facts };
            return same.ContentHash == earlier.ContentHash ? earlier : Refusal.Of("SUP2604", template.Title, key, earlier.Number);
        }

        var number = await numbers.TakeAsync(agencyShort, template.NumberKind, key, clock.Today, cancellationToken).ConfigureAwait(false);
        var document = new IssuedDocument(
            template.Kind, key, actor.AgencyId, number.ToString(), template.Text, facts, clock.Today, verificationBase);
        await documents.AddAsync(document, cancellationToken).ConfigureAwait(false);
        work.Append(new JournalRecord("document.issued", key, actor, clock.Now, CanonicalJson.Of(json =>
        {
            json.WriteString("kind", template.Kind.ToString());
            json.WriteString("number", document.Number);
            json.WriteString("template", template.ContentHash);
            json.WriteString("content", document.ContentHash);
        })));
        await work.CommitAsync(cancellationToken).ConfigureAwait(false);
        return document;
    }
}
