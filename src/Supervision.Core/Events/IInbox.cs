namespace Supervision.Events;

/// <summary>
/// De-duplication at a consumer: asked in the unit of work of the effect, it says whether an event is new, so that what is
/// delivered twice takes effect once.
/// </summary>
public interface IInbox
{
    /// <summary>True the first time a consumer sees an event; becomes durable with the unit of work of the same scope.</summary>
    Task<bool> TryAcceptAsync(string consumer, string eventId, CancellationToken cancellationToken);
}
