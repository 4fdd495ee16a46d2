using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Supervision.Hashing;
using Supervision.Sampling;

namespace Supervision.Storage.Mapping.Sampling;

[Reach(Reach.Shared, "draws are published; a sealed one is found by its own agency only")]
internal sealed record DrawRow
{
    public required string Id { get; init; }

    public required string PlanId { get; init; }

    public required int Number { get; init; }

    public required string AnnouncementHash { get; init; }

    public required int FrameCount { get; init; }

    public required string FrameRoot { get; init; }

    public required string Seed { get; init; }

    public required int SelectedCount { get; init; }

    public required long DrawnAt { get; init; }

    public int IsSealed { get; set; }

    public static void Map(EntityTypeBuilder<DrawRow> entity)
    {
        entity.ToTable("draws").HasKey(row => row.Id);
        entity.HasIndex(row => row.PlanId, "ix_draws_plan");
        entity.HasIndex(row => row.DrawnAt, "ix_draws_drawn");
        entity.HasOne<PlanRow>().WithMany().HasForeignKey(row => row.PlanId).OnDelete(DeleteBehavior.Restrict);
    }

    public static DrawRow From(Draw draw) => new()
    {
        Id = draw.Id,
        PlanId = draw.PlanId,
        Number = draw.Number,
        AnnouncementHash = draw.AnnouncementHash.ToString(),
        FrameCount = draw.FrameCount,
        FrameRoot = draw.FrameRoot.ToString(),
        Seed = draw.Seed.ToString(),
        SelectedCount = draw.SelectedCount,
        DrawnAt = Stored.Instant(draw.DrawnAt),
        IsSealed = draw.IsSealed ? 1 : 0,
    };

    public Draw ToDraw() => new()
    {
        Id = Id,
        PlanId = PlanId,
        Number = Number,
        AnnouncementHash = Digest.Parse(AnnouncementHash),
        FrameCount = FrameCount,
        FrameRoot = Digest.Parse(FrameRoot),
        Seed = Digest.Parse(Seed),
        SelectedCount = SelectedCount,
        DrawnAt = Stored.ToInstant(DrawnAt),
        IsSealed = IsSealed != 0,
    };
}
