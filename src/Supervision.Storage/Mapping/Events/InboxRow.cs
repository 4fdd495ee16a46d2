using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Supervision.Storage.Mapping.Events;

[Reach(Reach.Shared, "ids of events only")]
internal sealed record InboxRow
{
    public required string Consumer { get; init; }

    public required string EventId { get; init; }

    public static void Map(EntityTypeBuilder<InboxRow> entity) =>
        entity.ToTable("inbox").HasKey(row => new { row.Consumer, row.EventId });
}
