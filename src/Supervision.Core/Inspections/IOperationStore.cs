namespace Supervision.Inspections;

/// <summary>Keeps what devices recorded offline. Only ever added to; changes become durable with the unit of work of the same scope.</summary>
public interface IOperationStore
{
    /// <summary>Everything of a task.</summary>
    Task<OperationLog> FindAsync(string taskId, CancellationToken cancellationToken);

    /// <summary>Everything of some tasks, at most 1000; a task of which no device recorded anything is left out.</summary>
    Task<IReadOnlyDictionary<string, OperationLog>> FindAllAsync(IReadOnlyCollection<string> taskIds, CancellationToken cancellationToken);

    /// <summary>Adds operations that are not there yet.</summary>
    Task AddAsync(IReadOnlyList<ReceivedOperation> operations, CancellationToken cancellationToken);
}
