using System.Data.Common;
using Supervision.Audit;
using Supervision.Hashing;
using Supervision.Storage.Mapping.Audit;

namespace Supervision.Storage.Stores.Audit;

/// <summary>The kept subtrees of the journal: made with its entries, and once from them where there were entries before.</summary>
internal static class JournalNodes
{
    /// <summary>The subtrees that a leaf completes, which is appended next.</summary>
    public static IEnumerable<JournalNodeRow> CompletedBy(MerkleFrontier tree, Digest leaf)
    {
        for (var height = JournalTree.Step; tree.Completed(leaf, height) is { } node; height += JournalTree.Step)
        {
            yield return JournalNodeRow.Of(height, tree.Count >> height, node);
        }
    }

    /// <summary>Makes all of them from the leaf hashes, unless there are as many as there should be.</summary>
    public static async Task CompleteAsync(StorageEngine engine, CancellationToken cancellationToken)
    {
        using (var reader = engine.OpenReader())
        {
            if (await IsCompleteAsync(reader, cancellationToken).ConfigureAwait(false))
            {
                return;
            }
        }

        var writer = await engine.TakeWriterAsync(cancellationToken).ConfigureAwait(false);
        DbTransaction? transaction = null;
        try
        {
            transaction = await engine.BeginAsync(writer, cancellationToken).ConfigureAwait(false);
            await MakeAsync(writer, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            engine.Rollback(writer, transaction, exception);
            throw;
        }

        await engine.CommitAsync(writer, transaction).ConfigureAwait(false);
    }

    private static async Task<bool> IsCompleteAsync(StorageSession session, CancellationToken cancellationToken)
    {
        var row = session.Query("SELECT size, (SELECT count(*) FROM journal_nodes) FROM journal_head");
        await using var _ = row.ConfigureAwait(false);
        await row.ReadAsync(cancellationToken).ConfigureAwait(false);
        var size = row.GetInt64(0);
        return JournalTree.KeptHeights(size).Sum(height => size >> height) == row.GetInt64(1);
    }

    private static async Task MakeAsync(StorageSession writer, CancellationToken cancellationToken)
    {
        // Whoever appends on a server meanwhile waits here, as for any other commit.
        var frontier = await JournalAppender.ReadFrontierAsync(writer, cancellationToken).ConfigureAwait(false);
        var (tree, made) = (new MerkleFrontier(frontier.Kind), new List<JournalNodeRow>());
        var rows = writer.Query("SELECT leaf FROM journal ORDER BY position");
        await using (rows.ConfigureAwait(false))
        {
            while (await rows.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                var leaf = JournalRow.ReadLeaf(rows, 0);
                made.AddRange(CompletedBy(tree, leaf));
                tree.Append(leaf);
            }
        }

        using (var forget = writer.Connection.CreateCommand())
        {
            forget.CommandText = "DELETE FROM journal_nodes";
            await forget.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }

        await JournalNodeRow.Table.AddAsync(writer.Connection, made, cancellationToken).ConfigureAwait(false);
    }
}
