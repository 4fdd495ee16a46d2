using System.Runtime.CompilerServices;
using Supervision.Audit;
using Supervision.Hashing;
using Supervision.Storage.Mapping.Audit;

namespace Supervision.Storage.Stores.Audit;

internal sealed class JournalReader(StorageScope scope) : IJournalReader
{
    private static readonly string s_select =
        $"SELECT {string.Join(", ", JournalRow.Columns)} FROM journal WHERE position >= @p0 ORDER BY position";

    public async IAsyncEnumerable<JournalEntry> ReadAsync(
        long fromIndex, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var rows = scope.Read().Query(s_select, fromIndex);
        await using var _ = rows.ConfigureAwait(false);
        while (await rows.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return JournalRow.Read(rows);
        }
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
