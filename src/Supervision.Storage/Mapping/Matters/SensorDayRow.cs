using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Supervision.Storage.Bulk;
using Supervision.Warnings;

namespace Supervision.Storage.Mapping.Matters;

/// <summary>Counts of a monitoring point and day; read by the indicators only.</summary>
[Reach(Reach.Shared, "indicators count over all agencies, and a point belongs to none")]
internal sealed record SensorDayRow
{
    public required string Id { get; init; }

    public required string SubjectId { get; init; }

    public required string Point { get; init; }

    public required string Day { get; init; }

    public required long Expected { get; init; }

    public required long Received { get; init; }

    public required long Valid { get; init; }

    /// <summary>The same mapping at import speed, without a row object.</summary>
    public static BulkTable<SensorDay> Table { get; } = new(
        "sensor_days",
        ["id", "subject_id", "point", "day", "expected", "received", "valid"],
        day => day.Key,
        (row, day) => row
            .Text(day.Key).Text(day.SubjectId).Text(day.Point).Text(Stored.Date(day.Day)).Integer(day.Expected).Integer(day.Received).Integer(day.Valid));

    public static void Map(EntityTypeBuilder<SensorDayRow> entity)
    {
        entity.ToTable("sensor_days").HasKey(row => row.Id);
        entity.HasIndex(row => row.Day, "ix_sensor_days_day");
    }
}
