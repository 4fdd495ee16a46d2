using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Matters;

namespace Supervision.Web.SignIn;

/// <summary>
/// What a subject has to do with agencies: its notices, tasks, promises and receipts, and what it does about them, in the role of a subject
/// (<see cref="Roles.Subject"/>): in its own matters and in no other. One request; not thread-safe.
/// </summary>
internal sealed class OwnMatters(SignedIn me, IServiceScopeFactory scopes, CommandDesk desk)
{
    /// <summary>The subject's matters of a kind, what began last before the rest.</summary>
    public async Task<IReadOnlyList<Matter>> ListAsync(MatterKind kind, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var own = await scope.ServiceProvider.GetRequiredService<IMatterStore>().ListOfSubjectAsync(await SubjectAsync(cancellationToken), kind, cancellationToken);
        return [.. own.OrderByDescending(matter => matter.OpenedAt).ThenBy(matter => matter.Id, StringComparer.Ordinal)];
    }

    /// <summary>A matter of a kind, or null when there is none or it is another's.</summary>
    public async Task<Matter?> FindAsync(string id, MatterKind kind, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await OwnAsync(scope.ServiceProvider, id, kind, cancellationToken);
    }

    /// <summary>Reads what goes with a matter of the subject, by whomever it was made.</summary>
    public async Task<T> ReadAsync<TStore, T>(Func<TStore, Task<T>> read)
        where TStore : notnull
    {
        await using var scope = scopes.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<TStore>());
    }

    /// <summary>Runs a use case in the subject's name. SUP7000: the matter is another's, or there is none.</summary>
    public async Task<Outcome<T>> ActAsync<TUseCase, T>(Func<TUseCase, Actor, Task<Outcome<T>>> body, CancellationToken cancellationToken)
        where TUseCase : class
        where T : notnull
    {
        var actor = await me.ActorAsync(cancellationToken);
        return await desk.RunAsync<TUseCase, Outcome<T>>(actor, use => body(use, actor), cancellationToken);
    }

    // No actor in the scope: no agency's filter applies, and what is found counts only when it is the subject's own.
    private async Task<Matter?> OwnAsync(IServiceProvider services, string id, MatterKind kind, CancellationToken cancellationToken)
    {
        var subject = await SubjectAsync(cancellationToken);
        return await services.GetRequiredService<IMatterStore>().FindAsync(id, cancellationToken) is { } found && found.Kind == kind && found.SubjectId == subject
            ? found
            : null;
    }

    private async Task<string> SubjectAsync(CancellationToken cancellationToken) => (await me.ActorAsync(cancellationToken)).AgencyId;
}
