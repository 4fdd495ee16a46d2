using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Supervision.Data;
using Supervision.Storage.Bulk;

namespace Supervision.Storage.Mapping.Data;

[Reach(Reach.OwnAgency)]
internal sealed record DataRowRow
{
    public required string AgencyId { get; init; }

    public required string Channel { get; init; }

    public required string TableName { get; init; }

    public required string Key { get; init; }

    public required string Batch { get; init; }

    public required int Operation { get; init; }

    public required string RowValues { get; init; }

    public required string? SubjectId { get; init; }

    /// <summary>Adds the rows of a batch at import speed.</summary>
    public static BulkTable<(DataBatch Batch, BatchRow Row)> Table { get; } = new(
        "data_rows",
        ["agency_id", "channel", "table_name", "key", "batch", "operation", "row_values", "subject_id"],
        pair => pair.Row.Key,
        (row, pair) => row
            .Text(pair.Batch.AgencyId).Text(pair.Batch.Channel).Text(pair.Row.Table).Text(pair.Row.Key).Text(pair.Batch.Number.ToString())
            .Integer((int)pair.Row.Operation).Text(StorageJson.WriteTexts(pair.Row.Values)).Text(pair.Row.SubjectId));

    public static void Map(EntityTypeBuilder<DataRowRow> entity)
    {
        entity.ToTable("data_rows").HasKey(row => new { row.AgencyId, row.Channel, row.TableName, row.Key, row.Batch });
        entity.HasIndex(row => new { row.AgencyId, row.Channel, row.Batch }, "ix_data_rows_batch");
        entity.HasIndex(row => row.SubjectId, "ix_data_rows_subject").HasFilter("subject_id IS NOT NULL");
    }

    public BatchRow ToRow() => new(TableName, Key, (BatchOperation)Operation, StorageJson.ReadTexts(RowValues), SubjectId);
}
