using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Supervision.Storage.Mapping.Audit;

[Reach(Reach.Shared, "the journal is for everybody to verify")]
internal sealed record JournalHeadRow
{
    public required int Id { get; init; }

    public required long Size { get; init; }

    public required byte[] Nodes { get; init; }

    public required byte[] Root { get; init; }

    public required int Hash { get; init; }

    public static void Map(EntityTypeBuilder<JournalHeadRow> entity) =>
        entity.ToTable("journal_head").HasKey(row => row.Id);
}
