using Supervision.Cases;
using Supervision.Documents;
using Supervision.Registry;
using Supervision.Time;

namespace Supervision.Web.Publication;

/// <summary>
/// Penalties that are published today: the text that was issued for publication, in its masked form, until it expires, is withdrawn or the
/// decision is annulled. Nothing else of a case is read out.
/// </summary>
internal sealed class PublicPenalties(IDocumentStore documents, ICaseStore cases, ISubjectStore subjects, CaseLaw law, AuthorityClock clock)
{
    private const int PageSize = 50;

    /// <summary>A page by key, and the key to go on after; null when that is all.</summary>
    public async Task<(IReadOnlyList<PublicPenalty> Page, string? Next)> ListAsync(string? after, CancellationToken cancellationToken)
    {
        var issued = await documents.ListAsync(DocumentKind.PublicationText, after, PageSize, cancellationToken);
        var page = new List<PublicPenalty>();
        foreach (var document in issued)
        {
            if (await OfAsync(document, cancellationToken) is { } penalty)
            {
                page.Add(penalty);
            }
        }

        return (page, issued.Count == PageSize ? issued[^1].Key : null);
    }

    /// <summary>All of them, page after page.</summary>
    public async IAsyncEnumerable<PublicPenalty> AllAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? after = null;
        do
        {
            (var page, after) = await ListAsync(after, cancellationToken);
            foreach (var penalty in page)
            {
                yield return penalty;
            }
        }
        while (after is not null);
    }

    /// <summary>One, or null when it is not public today.</summary>
    public async Task<PublicPenalty?> FindAsync(string key, CancellationToken cancellationToken) =>
        await documents.FindAsync(DocumentKind.PublicationText, key, cancellationToken) is { } document ? await OfAsync(document, cancellationToken) : null;

    private async Task<PublicPenalty?> OfAsync(IssuedDocument document, CancellationToken cancellationToken)
    {
        if (await cases.FindAsync(document.Key.Split('/')[0], cancellationToken) is not { IsAnnulled: false, Decision: { } decision } penaltyCase)
        {
            return null;
        }

        var party = (await subjects.FindAsync(penaltyCase.SubjectId, cancellationToken))?.Kind ?? SubjectKind.Enterprise;
        DateOnly[] ends = [.. penaltyCase.Publications.Where(shown => shown.WithdrawnOn is null && shown.On <= clock.Today)
            .Select(shown => CaseDeadlines.StopsOn(decision, shown.On, law, party)).Where(end => clock.Today <= end)];
        return ends.Length > 0 && document.Compose(DocumentAudience.Public).TryGet(out var composed, out _) ? Read(document, composed, ends.Max()) : null;
    }

    private static PublicPenalty Read(IssuedDocument document, ComposedDocument composed, DateOnly until)
    {
        var template = DocumentTemplate.Parse(document.TemplateText);
        var masked = composed.Blocks.SelectMany(block => block.Rows).Where(row => row.Count == 2).ToDictionary(row => row[0], row => row[1], StringComparer.Ordinal);
        return new PublicPenalty(
            document.Key, composed.Agency, Of("party.name"), Of("party.id"), Of("decision"), Of("case"), Of("facts"), Of("basis"), Of("penalty"),
            Of("decidedOn"), Of("publishedOn"), until);

        string Of(string name) => masked.GetValueOrDefault(template.Find(name)!.Label, "");
    }
}
