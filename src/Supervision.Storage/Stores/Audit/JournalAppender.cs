using Npgsql;
using Supervision.Audit;
using Supervision.Hashing;
using Supervision.Storage.Bulk;
using Supervision.Storage.Mapping.Audit;
using Supervision.Storage.PostgreSql;

namespace Supervision.Storage.Stores.Audit;

/// <summary>Puts records at the end of the journal and moves its head, inside the transaction of the state they tell of.</summary>
internal static class JournalAppender
{
    private const string UpdateHead = "UPDATE journal_head SET size = ?1, nodes = ?2, root = ?3";

    public static async Task AppendAsync(
        StorageSession session, IReadOnlyList<JournalRecord> records, CancellationToken cancellationToken)
    {
        if (records.Count == 0)
        {
            return;
        }

        var tree = await ReadFrontierAsync(session, cancellationToken).ConfigureAwait(false);
        var nodes = new List<JournalNodeRow>();
        if (session.Connection is NpgsqlConnection server)
        {
            var last = new PostgreSqlBatch(server);
            session.Last = last.Batch;
            await JournalRow.Table.AddAsync(last, [.. records.Select(Enter)], cancellationToken).ConfigureAwait(false);
            await JournalNodeRow.Table.AddAsync(last, nodes, cancellationToken).ConfigureAwait(false);
            last.Add(UpdateHead).Integer(tree.Count).Blob(NodesOf(tree)).Blob(tree.Root().ToArray());
            return;
        }

        await JournalRow.Table.AddAsync(session.Connection, records.Select(Enter), cancellationToken).ConfigureAwait(false);
        if (nodes.Count > 0)
        {
            await JournalNodeRow.Table.AddAsync(session.Connection, nodes, cancellationToken).ConfigureAwait(false);
        }

        using var update = BulkStatement.Prepare(session.Connection, UpdateHead);
        await update.Integer(tree.Count).Blob(NodesOf(tree)).Blob(tree.Root().ToArray()).ExecuteAsync(cancellationToken).ConfigureAwait(false);

        JournalEntry Enter(JournalRecord record)
        {
            var entry = JournalEntry.At(tree.Count, record, tree.Kind);
            nodes.AddRange(JournalNodes.CompletedBy(tree, entry.LeafHash));
            tree.Append(entry.LeafHash);
            return entry;
        }
    }

    /// <summary>The tree as the next commit continues it, which on a server nobody else does meanwhile.</summary>
    public static async Task<MerkleFrontier> ReadFrontierAsync(StorageSession session, CancellationToken cancellationToken)
    {
        // Whoever commits next on a server waits here until this transaction has ended.
        var command = session.Connection.CreateCommand();
        command.CommandText = "SELECT size, nodes, hash FROM journal_head" + session.Engine.ForUpdate;
        await using var __ = command.ConfigureAwait(false);
        var row = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = row.ConfigureAwait(false);
        await row.ReadAsync(cancellationToken).ConfigureAwait(false);
        Digest[] nodes = [.. row.GetFieldValue<byte[]>(1).Chunk(Digest.Size).Select(bytes => Digest.FromBytes(bytes))];
        return new MerkleFrontier((HashKind)row.GetInt64(2), row.GetInt64(0), nodes);
    }

    private static byte[] NodesOf(MerkleFrontier tree) => [.. tree.Nodes.SelectMany(node => node.ToArray())];
}
