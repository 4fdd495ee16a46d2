using System.Runtime.CompilerServices;
using Supervision.Audit;
using Supervision.Hashing;
using Supervision.Storage.Mapping.Audit;

namespace Supervision.Storage.Stores.Audit;

internal sealed class JournalReader(StorageScope scope) : IJournalReader
{
    // Who looks for one entry should not be sent the rest of the journal, which a server's connection would read to its end.
    private const int FirstPage = 128;
    private const int LargestPage = 16_384;

    private static readonly string s_select =
        $"SELECT {string.Join(", ", JournalRow.Columns)} FROM journal WHERE position >= @p0 ORDER BY position LIMIT @p1";

    public async IAsyncEnumerable<JournalEntry> ReadAsync(
        long fromIndex, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var limit = FirstPage; ; limit = Math.Min(2 * limit, LargestPage))
        {
            var found = 0;
            var rows = scope.Read().Query(s_select, fromIndex, limit);
            await using var _ = rows.ConfigureAwait(false);
            while (await rows.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                var entry = JournalRow.Read(rows);
                (fromIndex, found) = (entry.Index + 1, found + 1);
                yield return entry;
            }

            if (found < limit)
            {
                yield break;
            }
        }
    }

    public async Task<IReadOnlyList<Digest>> NodesAsync(int height, long first, int count, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfNotEqual(height % JournalTree.Step, 0);
        var rows = height == 0
            ? scope.Read().Query("SELECT position, leaf FROM journal WHERE position >= @p0 ORDER BY position LIMIT @p1", first, count)
            : scope.Read().Query("SELECT place, hash FROM journal_nodes WHERE height = @p2 AND place >= @p0 ORDER BY place LIMIT @p1", first, count, height);
        var found = new List<Digest>(count);
        await using var _ = rows.ConfigureAwait(false);
        while (await rows.ReadAsync(cancellationToken).ConfigureAwait(false) && rows.GetInt64(0) == first + found.Count)
        {
            found.Add(JournalRow.ReadLeaf(rows, 1));
        }

        return found;
    }

    public Task<JournalHead> HeadAsync(CancellationToken cancellationToken) => HeadAsync(scope.Read(), cancellationToken);

    public static async Task<JournalHead> HeadAsync(StorageSession session, CancellationToken cancellationToken)
    {
        var rows = session.Query("SELECT size, root, hash FROM journal_head");
        await using var _ = rows.ConfigureAwait(false);
        await rows.ReadAsync(cancellationToken).ConfigureAwait(false);
        return new JournalHead(rows.GetInt64(0), Digest.FromBytes(rows.GetFieldValue<byte[]>(1))) { Hash = (HashKind)rows.GetInt64(2) };
    }
}
