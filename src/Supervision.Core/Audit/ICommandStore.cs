namespace Supervision.Audit;

/// <summary>Keeps the commands that took effect under a key. Changes become durable with the unit of work of the same scope.</summary>
public interface ICommandStore
{
    /// <summary>The command under a key of this actor, or null; whoever asks for the same key waits until this unit of work has ended.</summary>
    Task<PastCommand?> FindAsync(Actor actor, string key, CancellationToken cancellationToken);

    /// <summary>Adds a command.</summary>
    Task AddAsync(PastCommand command, CancellationToken cancellationToken);

    /// <summary>Forgets commands from before an instant; their keys may be used again. Returns their number.</summary>
    Task<int> ForgetAsync(DateTimeOffset before, CancellationToken cancellationToken);
}
