using Microsoft.EntityFrameworkCore;
using Supervision.Inspections;
using Supervision.Storage.Mapping.Inspections;

namespace Supervision.Storage.Stores.Inspections;

internal sealed class OperationStore(StorageScope scope) : IOperationStore
{
    public async Task<OperationLog> FindAsync(string taskId, CancellationToken cancellationToken)
    {
        var rows = await scope.Read().Context.Set<OperationRow>()
            .Where(row => row.TaskId == taskId).ToListAsync(cancellationToken).ConfigureAwait(false);
        return OperationLog.Empty(taskId).With(rows.Select(row => row.ToOperation()));
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
