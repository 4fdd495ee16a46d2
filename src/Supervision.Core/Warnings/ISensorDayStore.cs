using Supervision.Registry;

namespace Supervision.Warnings;

/// <summary>Keeps what monitoring points sent. Changes become durable with the unit of work of the same scope.</summary>
public interface ISensorDayStore
{
    /// <summary>Adds days, or replaces those of the same point and day; no two of one call are.</summary>
    Task<SaveCount> SaveAsync(IReadOnlyList<SensorDay> days, CancellationToken cancellationToken);
}
