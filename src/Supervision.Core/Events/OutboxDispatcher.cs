using Microsoft.Extensions.DependencyInjection;
using Supervision.Audit;
using Supervision.Time;

namespace Supervision.Events;

/// <summary>
/// Delivers events to handlers: call <see cref="DispatchAsync"/> again and again, from as many processes as you like. What fails
/// is tried again ever later (5 s, 10 s, … up to an hour) and given up after <see cref="MaxAttempts"/>; only events of the same key
/// wait for it. Thread-safe.
/// </summary>
public sealed class OutboxDispatcher(IServiceScopeFactory scopes, AuthorityClock clock)
{
    /// <summary>How often an event is tried before it is given up.</summary>
    public const int MaxAttempts = 12;

    // What a crash delivers again at most, and what one lease must be long enough for.
    private const int BatchSize = 100;
    private static readonly TimeSpan s_lease = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan s_longest = TimeSpan.FromHours(1);

    /// <summary>Delivers what is due to one handler until nothing is left; returns the number of events delivered.</summary>
    /// <param name="handler">The handler, which has a name.</param>
    /// <param name="types">Types it is told of; empty for all.</param>
    /// <param name="cancellationToken">Gives up; what was delivered since the last batch is delivered again.</param>
    public async Task<int> DispatchAsync(
        IEventHandler handler, IReadOnlyCollection<string> types, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(handler);
        ArgumentNullException.ThrowIfNull(types);
        var total = 0;
        while (await BatchAsync(handler, types, cancellationToken).ConfigureAwait(false) is { } batch)
        {
            total += batch.Delivered;
            if (batch.IsLast)
            {
                break;
            }
        }

        return total;
    }

    private async Task<Batch?> BatchAsync(IEventHandler handler, IReadOnlyCollection<string> types, CancellationToken cancellationToken)
    {
        if (await InScopeAsync(
                store => store.LeaseAsync(handler.Name, clock.Now, clock.Now + s_lease, cancellationToken), cancellationToken)
            .ConfigureAwait(false) is not { } position)
        {
            return null;
        }

        var parked = new SortedDictionary<long, ParkedEvent>();
        foreach (var one in await InScopeAsync(store => store.ListParkedAsync(handler.Name, cancellationToken), cancellationToken).ConfigureAwait(false))
        {
            parked.Add(one.Position, one);
        }

        var batch = new Batch(position);
        await RetryAsync(handler, parked, batch, cancellationToken).ConfigureAwait(false);
        await DeliverAsync(handler, types, parked, batch, cancellationToken).ConfigureAwait(false);
        await InScopeAsync(
            async store =>
            {
                await store.AdvanceAsync(handler.Name, batch.Position, [.. batch.Parked.Values], batch.Late, cancellationToken)
                    .ConfigureAwait(false);
                return true;
            },
            cancellationToken).ConfigureAwait(false);
        return batch;
    }

    // In order of the journal: the first of each key that is not due, dead or fails holds back those behind it.
    private async Task RetryAsync(
        IEventHandler handler, SortedDictionary<long, ParkedEvent> parked, Batch batch, CancellationToken cancellationToken)
    {
        foreach (var one in parked.Values.ToList())
        {
            if (batch.Blocked.Contains(one.Key) || one.IsDead || IsLater(one.NextAt))
            {
                batch.Blocked.Add(one.Key);
                continue;
            }

            var entry = await EntryAtAsync(one.Position, cancellationToken).ConfigureAwait(false);
            if (await FailureAsync(handler, entry, cancellationToken).ConfigureAwait(false) is { } error)
            {
                batch.Park(PutOff(one, error));
            }
            else
            {
                batch.Late.Add(one.Position);
                batch.Delivered++;
            }
        }
    }

    private async Task DeliverAsync(
        IEventHandler handler, IReadOnlyCollection<string> types, SortedDictionary<long, ParkedEvent> parked, Batch batch,
        CancellationToken cancellationToken)
    {
        var entries = new List<JournalEntry>(BatchSize);
        var scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            await foreach (var entry in scope.ServiceProvider.GetRequiredService<IJournalReader>()
                .ReadAsync(batch.Position, cancellationToken).ConfigureAwait(false))
            {
                entries.Add(entry);
                if (entries.Count == BatchSize)
                {
                    break;
                }
            }
        }

        foreach (var entry in entries.Where(entry => types.Count == 0 || types.Contains(entry.Record.Type, StringComparer.Ordinal)))
        {
            var waiting = new ParkedEvent(handler.Name, entry.Index, entry.Record.Key, 0, clock.Now, "", IsDead: false);
            if (batch.Blocked.Contains(entry.Record.Key))
            {
                batch.Park(waiting);
            }
            else if (await FailureAsync(handler, entry, cancellationToken).ConfigureAwait(false) is { } error)
            {
                batch.Park(PutOff(waiting, error));
            }
            else
            {
                batch.Delivered++;
            }
        }

        batch.Position += entries.Count;
        batch.IsLast = entries.Count < BatchSize;
    }

    // No wait is longer than the longest: an instant further away was set by a clock that has been put back since.
    private bool IsLater(DateTimeOffset next) => next > clock.Now && next <= clock.Now + (2 * s_longest);

    private ParkedEvent PutOff(ParkedEvent one, string error)
    {
        var attempts = one.Attempts + 1;
        var wait = TimeSpan.FromSeconds(Math.Min(s_longest.TotalSeconds, 5 << Math.Min(attempts - 1, 16)));
        return one with { Attempts = attempts, NextAt = clock.Now + wait, Error = error, IsDead = attempts >= MaxAttempts };
    }

    private static async Task<string?> FailureAsync(IEventHandler handler, JournalEntry entry, CancellationToken cancellationToken)
    {
        try
        {
            await handler.HandleAsync(entry, cancellationToken).ConfigureAwait(false);
            return null;
        }
#pragma warning disable CA1031 // Whatever a handler throws puts this one event off, and no other key.
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            var text = $"{exception.GetType().Name}: {exception.Message}".ReplaceLineEndings(" ");
            return text.Length > 500 ? text[..500] : text;
        }
    }

    private async Task<JournalEntry> EntryAtAsync(long position, CancellationToken cancellationToken)
    {
        var scope = scopes.CreateAsyncScope();
        await using var _ = scope.ConfigureAwait(false);
        await foreach (var entry in scope.ServiceProvider.GetRequiredService<IJournalReader>()
            .ReadAsync(position, cancellationToken).ConfigureAwait(false))
        {
            return entry;
        }

        throw new InvalidOperationException(FormattableString.Invariant($"The journal has no entry {position}, which an event waits for."));
    }

    private async Task<T> InScopeAsync<T>(Func<IOutboxStore, Task<T>> body, CancellationToken cancellationToken)
    {
        var scope = scopes.CreateAsyncScope();
        await using var _ = scope.ConfigureAwait(false);
        var result = await body(scope.ServiceProvider.GetRequiredService<IOutboxStore>()).ConfigureAwait(false);
        await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().CommitAsync(cancellationToken).ConfigureAwait(false);
        return result;
    }

    private sealed class Batch(long position)
    {
        public long Position { get; set; } = position;

        public int Delivered { get; set; }

        public bool IsLast { get; set; }

        public HashSet<string> Blocked { get; } = new(StringComparer.Ordinal);

        public Dictionary<long, ParkedEvent> Parked { get; } = [];

        public List<long> Late { get; } = [];

        public void Park(ParkedEvent one)
        {
            Parked[one.Position] = one;
            Blocked.Add(one.Key);
        }
    }
}
