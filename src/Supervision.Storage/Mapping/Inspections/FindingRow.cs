using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Supervision.Inspections;
using Supervision.Storage.Bulk;

namespace Supervision.Storage.Mapping.Inspections;

[Reach(Reach.Shared, "credit is judged over the findings of all agencies")]
internal sealed record FindingRow
{
    public required string Id { get; init; }

    public required string TaskId { get; init; }

    public required string SubjectId { get; init; }

    public required string PointId { get; init; }

    public required string ContentCode { get; init; }

    public required string? Severity { get; init; }

    public required string FoundOn { get; init; }

    public required string Note { get; init; }

    public required bool IsNoticed { get; init; }

    /// <summary>The same mapping at import speed, for findings that no notice names yet.</summary>
    public static BulkTable<Finding> Table { get; } = new(
        "findings",
        ["id", "task_id", "subject_id", "point_id", "content_code", "severity", "found_on", "note", "is_noticed"],
        finding => finding.Id,
        (row, finding) => row
            .Text(finding.Id).Text(finding.TaskId).Text(finding.SubjectId).Text(finding.PointId)
            .Text(finding.ContentCode).Text(finding.Severity).Text(Stored.Date(finding.FoundOn)).Text(finding.Note)
            .Integer(0));

    public static void Map(EntityTypeBuilder<FindingRow> entity)
    {
        entity.ToTable("findings").HasKey(row => row.Id);
        entity.HasOne<TaskRow>().WithMany().HasForeignKey(row => row.TaskId).OnDelete(DeleteBehavior.Restrict);
        entity.HasIndex(row => row.TaskId, "ix_findings_task");
        entity.HasIndex(row => new { row.SubjectId, row.FoundOn }, "ix_findings_subject");
        entity.HasIndex(row => new { row.SubjectId, row.TaskId, row.PointId }, "ix_findings_unnoticed")
            .HasFilter("is_noticed = 0 AND severity IS NOT NULL");
    }

    public Finding ToFinding() =>
        new(Id, TaskId, SubjectId, PointId, ContentCode, Severity, Stored.ToDate(FoundOn), Note);
}
