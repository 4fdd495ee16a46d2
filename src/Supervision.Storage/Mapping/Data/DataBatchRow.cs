using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Supervision.Storage.Mapping.Data;

[Reach(Reach.OwnAgency)]
internal sealed record DataBatchRow
{
    public required string AgencyId { get; init; }

    public required string Channel { get; init; }

    public required string Batch { get; init; }

    public required string Standard { get; init; }

    public required long MadeAt { get; init; }

    public static void Map(EntityTypeBuilder<DataBatchRow> entity) =>
        entity.ToTable("data_batches").HasKey(row => new { row.AgencyId, row.Channel, row.Batch });
}
