using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Supervision.Events;
using Supervision.Storage.Bulk;

namespace Supervision.Storage.Mapping.Events;

[Reach(Reach.Shared, "webhooks are the operator's, and hold no data of subjects")]
internal sealed record ParkedEventRow
{
    public required string Subscriber { get; init; }

    public required long Position { get; init; }

    public required string Key { get; init; }

    public required int Attempts { get; init; }

    public required long NextAt { get; init; }

    public required string Error { get; init; }

    public required bool IsDead { get; init; }

    /// <summary>The same mapping at import speed, without a row object.</summary>
    public static BulkTable<ParkedEvent> Table { get; } = new(
        "parked_events",
        ["subscriber", "position", "key", "attempts", "next_at", "error", "is_dead"],
        parked => parked.Subscriber,
        (row, parked) => row
            .Text(parked.Subscriber).Integer(parked.Position).Text(parked.Key).Integer(parked.Attempts)
            .Integer(Stored.Instant(parked.NextAt)).Text(parked.Error).Integer(parked.IsDead ? 1 : 0));

    public static void Map(EntityTypeBuilder<ParkedEventRow> entity) =>
        entity.ToTable("parked_events").HasKey(row => new { row.Subscriber, row.Position });

    public ParkedEvent ToParked() => new(Subscriber, Position, Key, Attempts, Stored.ToInstant(NextAt), Error, IsDead);
}
