using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Supervision.Credit;
using Supervision.Storage.Bulk;

namespace Supervision.Storage.Mapping.Credit;

[Reach(Reach.Shared, "credit is judged over all agencies")]
internal sealed record CreditEventRow
{
    /// <summary>The columns that <see cref="Read"/> expects.</summary>
    public const string Columns = "id, subject_id, kind, occurred_on, sequence, faults, points, names";

    public required long Sequence { get; init; }

    public required string Id { get; init; }

    public required string SubjectId { get; init; }

    public required int Kind { get; init; }

    public required string OccurredOn { get; init; }

    public required string Faults { get; init; }

    public required long? Points { get; init; }

    public string? Names { get; init; }

    /// <summary>The same mapping at import speed, without a row object.</summary>
    public static BulkTable<CreditEvent> Table { get; } = new(
        "credit_events",
        ["id", "subject_id", "kind", "occurred_on", "sequence", "faults", "points", "names"],
        credit => credit.Id,
        (row, credit) => row
            .Text(credit.Id).Text(credit.SubjectId).Integer((int)credit.Kind).Text(Stored.Date(credit.OccurredOn))
            .Integer(credit.Sequence)
            .Text(StorageJson.Write<FaultJson[]>([.. credit.Faults.Select(FaultJson.Of)]))
            .Integer(credit.Points is { } points ? Stored.Points(points) : null).Text(credit.Names));

    public static void Map(EntityTypeBuilder<CreditEventRow> entity)
    {
        entity.ToTable("credit_events").HasKey(row => row.Sequence);
        entity.Property(row => row.Id).IsRequired();
        entity.HasIndex(row => row.Id, "ix_credit_events_id").IsUnique();
        entity.HasIndex(row => new { row.SubjectId, row.OccurredOn, row.Sequence }, "ix_credit_events_subject");
        entity.HasIndex(row => row.OccurredOn, "ix_credit_events_day");
    }

    /// <summary>The event in the reader's current row.</summary>
    public static CreditEvent Read(DbDataReader row) => new(
        row.GetString(0),
        row.GetString(1),
        (CreditEventKind)row.GetInt32(2),
        Stored.ToDate(row.GetString(3)),
        row.GetInt64(4),
        [.. StorageJson.Read<FaultJson[]>(row.GetString(5)).Select(fault => fault.ToFault())],
        row.IsDBNull(6) ? null : Stored.ToPoints(row.GetInt64(6)))
    {
        Names = row.IsDBNull(7) ? null : row.GetString(7),
    };
}
