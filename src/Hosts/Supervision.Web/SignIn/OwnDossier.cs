using Supervision.Cases;
using Supervision.Documents;
using Supervision.Dossiers;
using Supervision.Inspections;
using Supervision.Web.Documents;

namespace Supervision.Web.SignIn;

/// <summary>
/// What a subject reads of its own dossier: what every agency recorded of it, but neither who reported it, nor what is being looked into, nor
/// whom a draw sends that it does not know of yet. One request; not thread-safe.
/// </summary>
internal sealed class OwnDossier(SignedIn me, IServiceScopeFactory scopes)
{
    /// <summary>Most documents that are listed.</summary>
    public const int MostDocuments = 500;

    /// <summary>The dossier of the subject that is signed in; the look is journalled under its name.</summary>
    public async Task<SubjectDossier> ReadAsync(CancellationToken cancellationToken)
    {
        var actor = await me.ActorAsync(cancellationToken);

        // No actor in the scope: no agency's filter applies, and the question names nobody but the subject itself.
        await using var scope = scopes.CreateAsyncScope();
        var dossier = (await scope.ServiceProvider.GetRequiredService<ShowDossier>().RunAsync(new DossierQuestion(actor.AgencyId), actor, cancellationToken)).OrThrow();
        return dossier with
        {
            Visits = Of(dossier.Visits, visit => visit.RecordedAt is not null),
            Cases = Of(dossier.Cases, IsKnownToTheParty),
            Matters = Of(dossier.Matters, _ => false),
        };
    }

    /// <summary>The documents about the subject that are meant for it, of all its inspections and cases, the newest first.</summary>
    public async Task<IReadOnlyList<IssuedDocument>> DocumentsAsync(CancellationToken cancellationToken)
    {
        var subject = (await me.ActorAsync(cancellationToken)).AgencyId;
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IDocumentStore>()
            .ListOfSubjectAsync(subject, [.. Enum.GetValues<DocumentKind>().Where(MyDocuments.IsForTheParty)], MostDocuments, cancellationToken);
    }

    /// <summary>One of these documents; null when there is none, it is not meant for the party, or it is about another subject.</summary>
    public async Task<IssuedDocument?> FindDocumentAsync(DocumentKind kind, string key, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (!MyDocuments.IsForTheParty(kind))
        {
            return null;
        }

        var subject = (await me.ActorAsync(cancellationToken)).AgencyId;
        var about = key.Split('/')[0];
        await using var scope = scopes.CreateAsyncScope();
        var stores = scope.ServiceProvider;
        var isOwn = await stores.GetRequiredService<ITaskStore>().FindAsync(about, cancellationToken) is { RecordedAt: not null } task ? task.SubjectId == subject
            : await stores.GetRequiredService<ICaseStore>().FindAsync(about, cancellationToken) is { } found && found.SubjectId == subject && IsKnownToTheParty(found);
        return isOwn ? await stores.GetRequiredService<IDocumentStore>().FindAsync(kind, key, cancellationToken) : null;
    }

    /// <summary>Whether the party was told of a case: by the advance notice, or by the decision.</summary>
    public static bool IsKnownToTheParty(PenaltyCase penaltyCase)
    {
        ArgumentNullException.ThrowIfNull(penaltyCase);
        return penaltyCase.Notice is not null || penaltyCase.Decision is not null;
    }

    private static DossierPage<T> Of<T>(DossierPage<T> page, Func<T, bool> isShown)
    {
        T[] rows = [.. page.Rows.Where(isShown)];
        return new DossierPage<T>(rows, 0, rows.Length);
    }
}
