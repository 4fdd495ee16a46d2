using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Matters;

namespace Supervision.Web.SignIn;

/// <summary>
/// What a subject has to do with agencies: its notices, tasks, promises and receipts, and what it does about them. It has no roles: this host
/// lets it take a step in a matter of its own and in no other, and the journal names the subject. One request; not thread-safe.
/// </summary>
internal sealed class OwnMatters(SignedIn me, IServiceScopeFactory scopes)
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

    /// <summary>Runs a use case on a matter of the subject. SUP7000: there is none of that id and kind, or it is another's.</summary>
    public async Task<Outcome<T>> ActAsync<TUseCase, T>(
        string id, MatterKind kind, Func<TUseCase, Actor, Task<Outcome<T>>> body, CancellationToken cancellationToken)
        where TUseCase : notnull
        where T : notnull
    {
        await using var scope = scopes.CreateAsyncScope();
        return await OwnAsync(scope.ServiceProvider, id, kind, cancellationToken) is null
            ? Refusal.Of("SUP7000", id)
            : await body(scope.ServiceProvider.GetRequiredService<TUseCase>(), await me.ActorAsync(cancellationToken));
    }

    /// <summary>Runs a use case that begins a matter of the subject; the body names the actor's own subject and no other.</summary>
    public async Task<Outcome<T>> BeginAsync<TUseCase, T>(Func<TUseCase, Actor, Task<Outcome<T>>> body, CancellationToken cancellationToken)
        where TUseCase : notnull
        where T : notnull
    {
        await using var scope = scopes.CreateAsyncScope();
        return await body(scope.ServiceProvider.GetRequiredService<TUseCase>(), await me.ActorAsync(cancellationToken));
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
