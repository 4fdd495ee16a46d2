namespace Supervision.Events;

/// <summary>
/// Keeps how far each subscriber is and what could not be delivered. The events themselves stand in the journal: one write
/// makes state, entry and event durable. Changes become durable with the unit of work of the same scope.
/// </summary>
public interface IOutboxStore
{
    /// <summary>Adds a webhook or replaces its address; how far it is stays.</summary>
    Task SaveAsync(Subscription subscription, CancellationToken cancellationToken);

    /// <summary>All webhooks, by name.</summary>
    Task<IReadOnlyList<Subscription>> ListAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Takes a subscriber for this process until an instant and gives its position; null while another process has it. A
    /// handler that is new starts at 0.
    /// </summary>
    Task<long?> LeaseAsync(string subscriber, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>Moves a subscriber on, parks what failed or waits, removes what was delivered late, and ends the lease.</summary>
    Task AdvanceAsync(
        string subscriber, long position, IReadOnlyList<ParkedEvent> parked, IReadOnlyList<long> delivered, CancellationToken cancellationToken);

    /// <summary>Parked events by position, of one subscriber or all.</summary>
    Task<IReadOnlyList<ParkedEvent>> ListParkedAsync(string? subscriber, CancellationToken cancellationToken);

    /// <summary>Lets parked events be tried at once, dead ones included. Returns their number.</summary>
    Task<int> ReplayAsync(string subscriber, CancellationToken cancellationToken);
}
