using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Supervision.Sampling;
using Supervision.Storage.Bulk;

namespace Supervision.Storage.Mapping.Sampling;

[Reach(Reach.Shared, "draws are published; a sealed one is found by its own agency only")]
internal sealed record DrawnSubjectRow
{
    public required string DrawId { get; init; }

    public required string SubjectId { get; init; }

    public required string Cell { get; init; }

    /// <summary>The same mapping at import speed, for the subjects of one draw.</summary>
    public static BulkTable<DrawnSubject> TableOf(string drawId) => new(
        "drawn_subjects",
        ["subject_id", "draw_id", "cell"],
        drawn => drawn.SubjectId,
        (row, drawn) => row.Text(drawn.SubjectId).Text(drawId).Text(drawn.Cell));

    public static void Map(EntityTypeBuilder<DrawnSubjectRow> entity)
    {
        entity.ToTable("drawn_subjects").HasKey(row => new { row.DrawId, row.SubjectId });
        entity.HasOne<DrawRow>().WithMany().HasForeignKey(row => row.DrawId).OnDelete(DeleteBehavior.Restrict);
    }

    public DrawnSubject ToDrawnSubject() => new(SubjectId, Cell);
}
