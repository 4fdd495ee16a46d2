using Supervision.Audit;
using Supervision.Time;

namespace Supervision.Events;

/// <summary>Lets the parked events of a subscriber be tried again, those that were given up included.</summary>
[AllowedTo(Roles.Administrator, IsShared = true)]
public sealed class ReplayEvents(IOutboxStore outbox, IUnitOfWork work, AuthorityClock clock)
{
    /// <summary>Returns how many will be tried, and journals it when there is one.</summary>
    public async Task<int> RunAsync(string subscriber, Actor actor, CancellationToken cancellationToken)
    {
        var count = await outbox.ReplayAsync(subscriber, cancellationToken).ConfigureAwait(false);
        if (count > 0)
        {
            work.Append(new JournalRecord(
                "events.replayed", subscriber, actor, clock.Now, CanonicalJson.Of(json => json.WriteNumber("count", count))));
        }

        await work.CommitAsync(cancellationToken).ConfigureAwait(false);
        return count;
    }
}
