using Supervision.Registry;
using Supervision.Storage.Mapping.Matters;
using Supervision.Warnings;

namespace Supervision.Storage.Stores.Matters;

internal sealed class SensorDayStore(StorageScope scope) : ISensorDayStore
{
    public Task<SaveCount> SaveAsync(IReadOnlyList<SensorDay> days, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(days);
        return scope.WriteAsync("days of monitoring points", session => SensorDayRow.Table.SaveAsync(session.Connection, days, cancellationToken), cancellationToken);
    }
}
