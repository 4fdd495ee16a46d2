using System.Data.Common;
using Supervision.Audit;
using Supervision.Storage.Mapping.Audit;

namespace Supervision.Storage.Stores.Audit;

internal sealed class JournalIndex(StorageScope scope) : IJournalIndex
{
    private const int MostKeys = 1_000;

    private static readonly string s_select = $"SELECT {string.Join(", ", JournalRow.Columns)} FROM journal WHERE ";

    public async Task<IReadOnlyList<JournalEntry>> FindAsync(string type, string? key, CancellationToken cancellationToken)
    {
        var rows = key is null
            ? scope.Read().Query(s_select + "type = @p0 ORDER BY position", type)
            : scope.Read().Query(s_select + "type = @p0 AND key = @p1 ORDER BY position", type, key);
        return await ReadAsync(rows, cancellationToken).ConfigureAwait(false);
    }

    public async Task<IReadOnlyList<JournalEntry>> FindByKeysAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(keys.Count, MostKeys);
        if (keys.Count == 0)
        {
            return [];
        }

        var names = string.Join(", ", Enumerable.Range(0, keys.Count).Select(i => FormattableString.Invariant($"@p{i}")));
        return await ReadAsync(scope.Read().Query($"{s_select}key IN ({names}) ORDER BY position", [.. keys]), cancellationToken).ConfigureAwait(false);
    }

    private static async Task<IReadOnlyList<JournalEntry>> ReadAsync(DbDataReader rows, CancellationToken cancellationToken)
    {
        var found = new List<JournalEntry>();
        await using var _ = rows.ConfigureAwait(false);
        while (await rows.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            found.Add(JournalRow.Read(rows));
        }

        return found;
    }
}
