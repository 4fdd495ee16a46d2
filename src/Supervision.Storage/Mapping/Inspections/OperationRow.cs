using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Supervision.Inspections;

namespace Supervision.Storage.Mapping.Inspections;

[Reach(Reach.Shared, "what two devices recorded must meet; a task is found only by its own agency")]
internal sealed record OperationRow
{
    public required string Hash { get; init; }

    public required string TaskId { get; init; }

    public required string DeviceId { get; init; }

    public required long Sequence { get; init; }

    public required string Content { get; init; }

    public required long ReceivedAt { get; init; }

    public static void Map(EntityTypeBuilder<OperationRow> entity)
    {
        entity.ToTable("task_operations").HasKey(row => row.Hash);
        entity.HasIndex(row => new { row.TaskId, row.DeviceId, row.Sequence }, "ix_task_operations_task");
    }

    public static OperationRow From(ReceivedOperation received) => new()
    {
        Hash = received.Operation.Hash,
        TaskId = received.Operation.TaskId,
        DeviceId = received.Operation.DeviceId,
        Sequence = received.Operation.Sequence,
        Content = StorageJson.Write(OperationJson.Of(received.Operation)),
        ReceivedAt = Stored.Instant(received.ReceivedAt),
    };

    public ReceivedOperation ToOperation() =>
        new(StorageJson.Read<OperationJson>(Content).ToOperation(TaskId, DeviceId, Sequence), Stored.ToInstant(ReceivedAt));
}
