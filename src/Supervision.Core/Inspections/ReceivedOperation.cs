namespace Supervision.Inspections;

/// <summary>An operation with the time at which the server first had it.</summary>
/// <param name="Operation">The operation, with the device's own time.</param>
/// <param name="ReceivedAt">When it first arrived, by the server's clock.</param>
public sealed record ReceivedOperation(TaskOperation Operation, DateTimeOffset ReceivedAt);
