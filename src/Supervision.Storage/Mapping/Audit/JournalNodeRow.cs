using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Supervision.Hashing;
using Supervision.Storage.Bulk;

namespace Supervision.Storage.Mapping.Audit;

[Reach(Reach.Shared, "the journal is for everybody to verify")]
internal sealed record JournalNodeRow(int Height, long Place, byte[] Hash)
{
    /// <summary>The same mapping at import speed.</summary>
    public static BulkTable<JournalNodeRow> Table { get; } = new(
        "journal_nodes", ["height", "place", "hash"], _ => "", (row, node) => row.Integer(node.Height).Integer(node.Place).Blob(node.Hash));

    public static JournalNodeRow Of(int height, long place, Digest hash) => new(height, place, hash.ToArray());

    public static void Map(EntityTypeBuilder<JournalNodeRow> entity) => entity.ToTable("journal_nodes").HasKey(row => new { row.Height, row.Place });
}
