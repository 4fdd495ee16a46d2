using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Supervision.Audit;
using Supervision.Hashing;
using Supervision.Storage.Bulk;

namespace Supervision.Storage.Mapping.Audit;

[Reach(Reach.Shared, "the journal is for everybody to verify")]
internal sealed record JournalRow
{
    /// <summary>The columns that <see cref="Read"/> expects.</summary>
    public static readonly string[] Columns =
        ["position", "type", "key", "actor_id", "agency_id", "at", "payload", "leaf"];

    public required long Position { get; init; }

    public required string Type { get; init; }

    public required string Key { get; init; }

    public required string ActorId { get; init; }

    public required string AgencyId { get; init; }

    public required long At { get; init; }

    public required string Payload { get; init; }

    public required byte[] Leaf { get; init; }

    /// <summary>The same mapping at import speed, without a row object.</summary>
    public static BulkTable<JournalEntry> Table { get; } = new(
        "journal",
        Columns,
        entry => entry.Record.Key,
        (row, entry) =>
        {
            Span<byte> leaf = stackalloc byte[Digest.Size];
            entry.LeafHash.CopyTo(leaf);
            row.Integer(entry.Index).Text(entry.Record.Type).Text(entry.Record.Key).Text(entry.Record.Actor.Id)
                .Text(entry.Record.Actor.AgencyId).Integer(Stored.Instant(entry.Record.At)).Text(entry.Record.Payload)
                .Blob(leaf);
        });

    public static void Map(EntityTypeBuilder<JournalRow> entity)
    {
        entity.ToTable("journal").HasKey(row => row.Position);
        entity.HasIndex(row => new { row.Type, row.Key }, "ix_journal_type");
        entity.HasIndex(row => row.Key, "ix_journal_key");
        entity.HasIndex(row => new { row.ActorId, row.AgencyId, row.At }, "ix_journal_actor");
    }

    /// <summary>The entry in the reader's current row, as it stands there: whether it is intact is for the audit to say.</summary>
    public static JournalEntry Read(DbDataReader row) => new(
        row.GetInt64(0),
        new JournalRecord(
            row.GetString(1), row.GetString(2), new Actor(row.GetString(3), row.GetString(4)),
            Stored.ToInstant(row.GetInt64(5)), row.GetString(6)),
        ReadLeaf(row, 7));

    /// <summary>A leaf hash as it stands there; one of wrong length is none.</summary>
    public static Digest ReadLeaf(DbDataReader row, int column) =>
        row.GetFieldValue<byte[]>(column) is { Length: Digest.Size } leaf ? Digest.FromBytes(leaf) : default;
}
