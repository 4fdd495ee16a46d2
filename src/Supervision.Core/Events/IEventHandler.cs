using Supervision.Audit;

namespace Supervision.Events;

/// <summary>
/// Takes domain events: every entry of the journal is one, so that no use case can forget to tell. At least once, in order
/// for each key. Registered handlers are called in a scope of their own.
/// </summary>
public interface IEventHandler
{
    /// <summary>Name under which the outbox remembers how far this handler is; it never changes.</summary>
    string Name { get; }

    /// <summary>Takes one event; an exception puts it off, and with it the later ones of the same key.</summary>
    Task HandleAsync(JournalEntry entry, CancellationToken cancellationToken);
}
