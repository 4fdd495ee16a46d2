using Microsoft.EntityFrameworkCore;
using Supervision.Events;
using Supervision.Storage.Bulk;
using Supervision.Storage.Mapping;
using Supervision.Storage.Mapping.Events;

namespace Supervision.Storage.Stores.Events;

internal sealed class OutboxStore(StorageScope scope) : IOutboxStore
{
    private const string Insert =
        "INSERT INTO subscribers (name, url, types, secret_file, position, leased_until) VALUES (?1, ?2, ?3, ?4, ?5, 0) ON CONFLICT (name) ";

    public Task SaveAsync(Subscription subscription, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        return RunAsync(
            subscription.Name,
            Insert + "DO UPDATE SET url = excluded.url, types = excluded.types, secret_file = excluded.secret_file",
            row => row.Text(subscription.Name).Text(subscription.Url).Text(StorageJson.WriteTexts(subscription.Types))
                .Text(subscription.SecretFile).Integer(subscription.Position),
            cancellationToken);
    }

    public async Task<IReadOnlyList<Subscription>> ListAsync(CancellationToken cancellationToken)
    {
        var rows = await scope.Read().Context.Set<SubscriberRow>().Where(row => row.Url != "").OrderBy(row => row.Name)
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(row => row.ToSubscription());
    }

    public async Task<long?> LeaseAsync(
        string subscriber, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken)
    {
        await RunAsync(
            subscriber, Insert + "DO NOTHING",
            row => row.Text(subscriber).Text("").Text("[]").Text("").Integer(0), cancellationToken).ConfigureAwait(false);
        var taken = await RunAsync(
            subscriber, "UPDATE subscribers SET leased_until = ?1 WHERE name = ?2 AND (leased_until <= ?3 OR leased_until > ?4)",
            row => row.Integer(Stored.Instant(until)).Text(subscriber).Integer(Stored.Instant(now)).Integer(Stored.Instant(until + (until - now))),
            cancellationToken).ConfigureAwait(false);
        return taken == 0 ? null : await scope.Read().Context.Set<SubscriberRow>().Where(row => row.Name == subscriber)
            .Select(row => (long?)row.Position).SingleAsync(cancellationToken).ConfigureAwait(false);
    }

    public async Task AdvanceAsync(
        string subscriber, long position, IReadOnlyList<ParkedEvent> parked, IReadOnlyList<long> delivered, CancellationToken cancellationToken)
    {
        foreach (var gone in delivered.Concat(parked.Select(one => one.Position)))
        {
            await RunAsync(
                subscriber, "DELETE FROM parked_events WHERE subscriber = ?1 AND position = ?2",
                row => row.Text(subscriber).Integer(gone), cancellationToken).ConfigureAwait(false);
        }

        await scope.WriteAsync(
            $"the events of {subscriber}",
            async session =>
            {
                await ParkedEventRow.Table.AddAsync(session.Connection, parked, cancellationToken).ConfigureAwait(false);
                return true;
            },
            cancellationToken).ConfigureAwait(false);
        await RunAsync(
            subscriber, "UPDATE subscribers SET position = ?1, leased_until = 0 WHERE name = ?2",
            row => row.Integer(position).Text(subscriber), cancellationToken).ConfigureAwait(false);
    }

    public async Task<IReadOnlyList<ParkedEvent>> ListParkedAsync(string? subscriber, CancellationToken cancellationToken)
    {
        var rows = await scope.Read().Context.Set<ParkedEventRow>().Where(row => subscriber == null || row.Subscriber == subscriber)
            .OrderBy(row => row.Subscriber).ThenBy(row => row.Position).ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(row => row.ToParked());
    }

    public Task<int> ReplayAsync(string subscriber, CancellationToken cancellationToken) => RunAsync(
        subscriber, "UPDATE parked_events SET attempts = 0, next_at = 0, is_dead = 0 WHERE subscriber = ?1",
        row => row.Text(subscriber), cancellationToken);

    private Task<int> RunAsync(string subscriber, string sql, Action<BulkStatement> bind, CancellationToken cancellationToken) =>
        scope.WriteAsync(
            $"the events of {subscriber}",
            async session =>
            {
                using var statement = BulkStatement.Prepare(session.Connection, sql);
                bind(statement);
                return await statement.ExecuteAsync(cancellationToken).ConfigureAwait(false);
            },
            cancellationToken);
}
