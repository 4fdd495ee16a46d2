using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Supervision.Registry;

namespace Supervision.Storage.Mapping.Registry;

[Reach(Reach.Shared, "a recusal holds in every agency")]
internal sealed record RecusalRow
{
    public required string OfficerId { get; init; }

    public required string SubjectId { get; init; }

    public required string Reason { get; init; }

    public required string DecidedOn { get; init; }

    public static void Map(EntityTypeBuilder<RecusalRow> entity) =>
        entity.ToTable("recusals").HasKey(row => new { row.OfficerId, row.SubjectId });

    public static RecusalRow From(Recusal recusal) => new()
    {
        OfficerId = recusal.OfficerId,
        SubjectId = recusal.SubjectId,
        Reason = recusal.Reason,
        DecidedOn = Stored.Date(recusal.DecidedOn),
    };

    public Recusal ToRecusal() => new(OfficerId, SubjectId, Reason, Stored.ToDate(DecidedOn));
}
