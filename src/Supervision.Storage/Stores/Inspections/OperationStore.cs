using Microsoft.EntityFrameworkCore;
using Supervision.Inspections;
using Supervision.Storage.Mapping.Inspections;

namespace Supervision.Storage.Stores.Inspections;

internal sealed class OperationStore(StorageScope scope) : IOperationStore
{
    private const int MostTasks = 1_000;

    public async Task<OperationLog> FindAsync(string taskId, CancellationToken cancellationToken)
    {
        var rows = await scope.Read().Context.Set<OperationRow>()
            .Where(row => row.TaskId == taskId).ToListAsync(cancellationToken).ConfigureAwait(false);
        return OperationLog.Empty(taskId).With(rows.Select(row => row.ToOperation()));
    }

    public async Task<IReadOnlyDictionary<string, OperationLog>> FindAllAsync(IReadOnlyCollection<string> taskIds, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(taskIds);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(taskIds.Count, MostTasks);
        var rows = await scope.Read().Context.Set<OperationRow>()
            .Where(row => taskIds.Contains(row.TaskId)).ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.GroupBy(row => row.TaskId, StringComparer.Ordinal).ToDictionary(
            group => group.Key, group => OperationLog.Empty(group.Key).With(group.Select(row => row.ToOperation())), StringComparer.Ordinal);
    }

    public Task AddAsync(IReadOnlyList<ReceivedOperation> operations, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(operations);
        return operations.Count == 0 ? Task.CompletedTask : scope.WriteAsync(
            "an operation",
            session =>
            {
                session.Context.AddRange(operations.Select(OperationRow.From));
                return session.FlushAsync(cancellationToken);
            },
            cancellationToken);
    }
}
