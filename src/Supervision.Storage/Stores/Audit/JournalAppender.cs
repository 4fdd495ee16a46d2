using Microsoft.Data.Sqlite;
using Supervision.Audit;
using Supervision.Hashing;
using Supervision.Storage.Mapping.Audit;
using Supervision.Storage.Sqlite;

namespace Supervision.Storage.Stores.Audit;

/// <summary>Puts records at the end of the journal and moves its head, inside the transaction of the state they tell of.</summary>
internal static class JournalAppender
{
    public static void Append(
        SqliteConnection connection, IReadOnlyList<JournalRecord> records, CancellationToken cancellationToken)
    {
        if (records.Count == 0)
        {
            return;
        }

        var tree = ReadFrontier(connection);
        JournalRow.Table.Add(connection, records.Select(Enter), cancellationToken);
        WriteFrontier(connection, tree);

        JournalEntry Enter(JournalRecord record)
        {
            var entry = JournalEntry.At(tree.Count, record);
            tree.Append(entry.LeafHash);
            return entry;
        }
    }

    private static MerkleFrontier ReadFrontier(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT size, nodes FROM journal_head";
        using var row = command.ExecuteReader();
        row.Read();
        Digest[] nodes = [.. row.GetFieldValue<byte[]>(1).Chunk(Digest.Size).Select(bytes => Digest.FromBytes(bytes))];
        return new MerkleFrontier(HashKind.Sha256, row.GetInt64(0), nodes);
    }

    private static void WriteFrontier(SqliteConnection connection, MerkleFrontier tree)
    {
        using var update = new BulkStatement(connection, "UPDATE journal_head SET size = ?1, nodes = ?2, root = ?3");
        byte[] nodes = [.. tree.Nodes.SelectMany(node => node.ToArray())];
        update.Integer(tree.Count).Blob(nodes).Blob(tree.Root().ToArray()).Execute();
    }
}
