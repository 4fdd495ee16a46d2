using Supervision.Events;
using Supervision.Storage.Bulk;

namespace Supervision.Storage.Stores.Events;

internal sealed class Inbox(StorageScope scope) : IInbox
{
    public Task<bool> TryAcceptAsync(string consumer, string eventId, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(consumer);
        ArgumentException.ThrowIfNullOrEmpty(eventId);
        return scope.WriteAsync(
            $"event {eventId}",
            async session =>
            {
                using var insert = BulkStatement.Prepare(
                    session.Connection, "INSERT INTO inbox (consumer, event_id) VALUES (?1, ?2) ON CONFLICT DO NOTHING");
                return await insert.Text(consumer).Text(eventId).ExecuteAsync(cancellationToken).ConfigureAwait(false) == 1;
            },
            cancellationToken);
    }
}
