using Supervision.Audit;
using Supervision.Cases;
using Supervision.Decisions;
using Supervision.Registry;
using Supervision.Time;

namespace Supervision.Documents;

/// <summary>
/// Numbers a document, keeps it and journals its hash, all in one transaction: no number without its document. Documents of a penalty
/// case are issued by the steps of the case: <see cref="TakeDocumentedStep"/>.
/// </summary>
[AllowedTo(Roles.Inspector | Roles.CaseOfficer | Roles.Head)]
public sealed class IssueDocument(
    IDocumentStore documents, IDocumentNumberStore numbers, ICaseStore cases, IUnitOfWork work, AuthorityClock clock)
{
    private readonly DocumentDesk _desk = new(documents, numbers, work, clock);

    /// <summary>
    /// Issues the document; issuing the same one again gives the one that is there. SUP2601–2603: the facts do not fit the template;
    /// SUP2604: one of this kind was issued for this key with other facts: it never changes; SUP2609: the key is a penalty case, whose
    /// steps issue documents of this kind.
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
        ArgumentException.ThrowIfNullOrEmpty(key);
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(actor);
        if (CaseDocuments.IsOfCase(template.Kind) && await cases.FindAsync(key.Split('/')[0], cancellationToken).ConfigureAwait(false) is not null)
        {
            return Refusal.Of("SUP2609", key, template.Title);
        }

        var (earlier, refusal) = await _desk.CheckAsync(template, key, facts, cancellationToken).ConfigureAwait(false);
        if (refusal is not null)
        {
            return refusal;
        }

        if (earlier is not null)
        {
            return earlier;
        }

        var document = await _desk
            .KeepAsync(template, key, agencyShort, facts, clock.Today, verificationBase, actor, cancellationToken).ConfigureAwait(false);
        await work.CommitAsync(cancellationToken).ConfigureAwait(false);
        return document;
    }
}
