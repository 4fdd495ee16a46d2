using Supervision.Audit;
using Supervision.Hashing;
using Supervision.Storage.Mapping.Audit;
using Supervision.Storage.Bulk;

namespace Supervision.Storage.Stores.Audit;

/// <summary>Puts records at the end of the journal and moves its head, inside the transaction of the state they tell of.</summary>
internal static class JournalAppender
{
    public static void Append(
        StorageSession session, IReadOnlyList<JournalRecord> records, CancellationToken cancellationToken)
    {
        if (records.Count == 0)
        {
            return;
        }

        var tree = ReadFrontier(session);
        JournalRow.Table.Add(session.Connection, records.Select(Enter), cancellationToken);
        WriteFrontier(session, tree);

        JournalEntry Enter(JournalRecord record)
        {
            var entry = JournalEntry.At(tree.Count, record);
            tree.Append(entry.LeafHash);
            return entry;
        }
    }

    private static MerkleFrontier ReadFrontier(StorageSession session)
    {
        // Whoever commits next on a server waits here until this transaction has ended.
        using var command = session.Connection.CreateCommand();
        command.CommandText = "SELECT size, nodes FROM journal_head" + session.Engine.ForUpdate;
        using var row = command.ExecuteReader();
        row.Read();
        Digest[] nodes = [.. row.GetFieldValue<byte[]>(1).Chunk(Digest.Size).Select(bytes => Digest.FromBytes(bytes))];
        return new MerkleFrontier(HashKind.Sha256, row.GetInt64(0), nodes);
    }

    private static void WriteFrontier(StorageSession session, MerkleFrontier tree)
    {
        using var update = BulkStatement.Prepare(session.Connection, "UPDATE journal_head SET size = ?1, nodes = ?2, root = ?3");
        byte[] nodes = [.. tree.Nodes.SelectMany(node => node.ToArray())];
        update.Integer(tree.Count).Blob(nodes).Blob(tree.Root().ToArray()).Execute();
    }
}
