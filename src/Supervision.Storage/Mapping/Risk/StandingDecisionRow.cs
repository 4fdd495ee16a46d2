using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Supervision.Risk;
using Supervision.Storage.Bulk;

namespace Supervision.Storage.Mapping.Risk;

[Reach(Reach.Shared, "credit is judged over all agencies")]
internal sealed record StandingDecisionRow
{
    /// <summary>The columns that <see cref="Read"/> expects.</summary>
    public const string Columns = "number, subject_id, as_of, decided_at, content";

    public required long Number { get; init; }

    public required string SubjectId { get; init; }

    public required string AsOf { get; init; }

    public required long DecidedAt { get; init; }

    public required string Content { get; init; }

    /// <summary>The same mapping at import speed, without a row object.</summary>
    public static BulkTable<StandingDecision> Table { get; } = new(
        "standing_decisions",
        ["number", "subject_id", "as_of", "decided_at", "content"],
        decision => decision.SubjectId,
        (row, decision) => row
            .Integer(decision.Number).Text(decision.SubjectId).Text(Stored.Date(decision.AsOf)).Integer(Stored.Instant(decision.DecidedAt))
            .Text(decision.Content));

    public static void Map(EntityTypeBuilder<StandingDecisionRow> entity)
    {
        entity.ToTable("standing_decisions").HasKey(row => row.Number);
        entity.HasIndex(row => new { row.SubjectId, row.Number }, "ix_standing_decisions_subject");
    }

    /// <summary>The decision in the reader's current row.</summary>
    public static StandingDecision Read(DbDataReader row) => new(
        row.GetInt64(0), row.GetString(1), Stored.ToDate(row.GetString(2)), Stored.ToInstant(row.GetInt64(3)), row.GetString(4));
}
