using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Hashing;
using Supervision.Time;

namespace Supervision;

/// <summary>
/// Where a host hands in commands in the name of an actor: each in a scope of its own, under the actor's roles and agency.
/// What is refused for lack of right is journalled. Thread-safe.
/// </summary>
public sealed class CommandDesk(IServiceScopeFactory scopes, AuthorityClock clock)
{
    /// <summary>Longest idempotency key, in characters.</summary>
    public const int LongestKey = 255;

    /// <summary>A scope in the name of an actor; dispose of it.</summary>
    public AsyncServiceScope Open(Actor actor)
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Set(actor);
        return scope;
    }

    /// <summary>Runs one use case. A refusal for lack of right (SUP93xx) is journalled, then thrown or returned as it came.</summary>
    /// <exception cref="RefusedException">The actor may not run this use case, or not in this matter.</exception>
    public async Task<T> RunAsync<TUseCase, T>(
        Actor actor, Func<TUseCase, Task<T>> body, CancellationToken cancellationToken)
        where TUseCase : class
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(body);
        try
        {
            var scope = Open(actor);
            await using var _ = scope.ConfigureAwait(false);
            var result = await body(scope.ServiceProvider.GetRequiredService<TUseCase>()).ConfigureAwait(false);
            if (result is IOutcome { Refusal: { } refusal } && IsLackOfRight(refusal))
            {
                await JournalAsync(actor, typeof(TUseCase).Name, refusal, cancellationToken).ConfigureAwait(false);
            }

            return result;
        }
        catch (RefusedException refused) when (IsLackOfRight(refused.Refusal))
        {
            await JournalAsync(actor, typeof(TUseCase).Name, refused.Refusal, cancellationToken).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>
    /// Runs a command at most once: the key, the answer and all effects become durable in one transaction. The same key
    /// with the same content gives the first answer again; SUP9201: with other content; SUP9202: the key is malformed.
    /// </summary>
    /// <param name="actor">Who acts; a key belongs to its actor.</param>
    /// <param name="key">1 to 255 printable ASCII characters without blanks, chosen by the caller.</param>
    /// <param name="content">The command's name and content in a form of the caller that is equal for equal commands.</param>
    /// <param name="body">Runs use cases of the scope and gives the answer. An exception leaves nothing behind, the key included.</param>
    /// <param name="cancellationToken">Gives up; nothing is kept.</param>
    public async Task<Outcome<CommandAnswer>> RunOnceAsync(
        Actor actor, string key, string content, Func<IServiceProvider, Task<string>> body, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(body);
        if (key is not { Length: > 0 and <= LongestKey } || key.AsSpan().ContainsAnyExceptInRange('!', '~'))
        {
            return Refusal.Of("SUP9202", Invariant.Text(LongestKey));
        }

        var hash = Hash.Of(HashKind.Sha256, Encoding.UTF8.GetBytes(content));
        var scope = Open(actor);
        await using var _ = scope.ConfigureAwait(false);
        var commands = scope.ServiceProvider.GetRequiredService<ICommandStore>();
        if (await commands.FindAsync(actor, key, cancellationToken).ConfigureAwait(false) is { } past)
        {
            return past.Content == hash ? new CommandAnswer(past.Answer, IsReplayed: true) : Refusal.Of("SUP9201", key);
        }

        var work = scope.ServiceProvider.GetRequiredService<IHeldUnitOfWork>();
        work.Hold();
        var answer = await body(scope.ServiceProvider).ConfigureAwait(false);
        await commands.AddAsync(new PastCommand(actor, key, hash, answer, clock.Now), cancellationToken).ConfigureAwait(false);
        await work.ReleaseAsync(cancellationToken).ConfigureAwait(false);
        return new CommandAnswer(answer, IsReplayed: false);
    }

    /// <summary>
    /// Break-glass 应急越权: all roles for one matter, with a reason, journalled before anything is done, for somebody else to
    /// review (<see cref="ReviewGlass"/>). SUP9305: no reason.
    /// </summary>
    public async Task<Outcome<Actor>> BreakGlassAsync(Actor actor, string reason, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (string.IsNullOrWhiteSpace(reason))
        {
            return Refusal.Of("SUP9305");
        }

        var now = clock.Now;
        await AppendAsync(
            new JournalRecord(
                ReviewGlass.Broken, $"{actor.Id}.{Invariant.Text(JournalEntry.Microseconds(now))}", actor, now,
                CanonicalJson.Of(json => json.WriteString("reason", reason))),
            cancellationToken).ConfigureAwait(false);
        return actor with { Roles = Roles.All };
    }

    /// <summary>Whether a refusal says that the actor lacks the right, rather than that the matter forbids it.</summary>
    public static bool IsLackOfRight(Refusal refusal) => refusal is not null && refusal.Code.StartsWith("SUP93", StringComparison.Ordinal);

    private Task JournalAsync(Actor actor, string useCase, Refusal refusal, CancellationToken cancellationToken) => AppendAsync(
        new JournalRecord("access.refused", useCase, actor, clock.Now, CanonicalJson.Of(json =>
        {
            json.WriteString("code", refusal.Code);
            json.WriteString("text", refusal.ToString());
        })),
        cancellationToken);

    private async Task AppendAsync(JournalRecord record, CancellationToken cancellationToken)
    {
        var scope = scopes.CreateAsyncScope();
        await using var _ = scope.ConfigureAwait(false);
        var work = scope.ServiceProvider.GetRequiredService<IUnitOfWork>();
        work.Append(record);
        await work.CommitAsync(cancellationToken).ConfigureAwait(false);
    }
}
