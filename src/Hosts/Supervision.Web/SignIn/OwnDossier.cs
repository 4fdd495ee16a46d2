using Supervision.Cases;
using Supervision.Dossiers;

namespace Supervision.Web.SignIn;

/// <summary>
/// What a subject reads of its own dossier: what every agency recorded of it, but neither who reported it, nor what is being looked into, nor
/// whom a draw sends that it does not know of yet. One request; not thread-safe.
/// </summary>
internal sealed class OwnDossier(SignedIn me, IServiceScopeFactory scopes)
{
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
