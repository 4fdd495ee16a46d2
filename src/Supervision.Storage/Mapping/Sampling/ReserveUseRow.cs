using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Supervision.Hashing;
using Supervision.Sampling;

namespace Supervision.Storage.Mapping.Sampling;

[Reach(Reach.Shared, "draws are published; a sealed one is found by its own agency only")]
internal sealed record ReserveUseRow
{
    public required string DrawId { get; init; }

    public required int Position { get; init; }

    public required string Cell { get; init; }

    public required string Replaced { get; init; }

    public required string Reserve { get; init; }

    public required string Reason { get; init; }

    public required string Approver { get; init; }

    public required string? Evidence { get; init; }

    public required string UsedAt { get; init; }

    public static void Map(EntityTypeBuilder<ReserveUseRow> entity)
    {
        entity.ToTable("reserve_uses").HasKey(row => new { row.DrawId, row.Position });
        entity.HasOne<DrawRow>().WithMany().HasForeignKey(row => row.DrawId).OnDelete(DeleteBehavior.Restrict);
    }

    public static ReserveUseRow From(string drawId, int position, ReserveUse use) => new()
    {
        DrawId = drawId,
        Position = position,
        Cell = use.Cell,
        Replaced = use.Replaced,
        Reserve = use.By,
        Reason = use.Reason,
        Approver = use.Approver,
        Evidence = use.Evidence?.ToString(),
        UsedAt = use.At.ToString("O", CultureInfo.InvariantCulture),
    };

    public ReserveUse ToUse() => new(
        Cell, Replaced, Reserve, Reason, Approver, Evidence is null ? null : Digest.Parse(Evidence),
        DateTimeOffset.ParseExact(UsedAt, "O", CultureInfo.InvariantCulture));
}
