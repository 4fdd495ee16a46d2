using Supervision.Audit;
using Supervision.Storage.Mapping.Audit;

namespace Supervision.Storage.Stores.Audit;

internal sealed class JournalIndex(StorageScope scope) : IJournalIndex
{
    private static readonly string s_select = $"SELECT {string.Join(", ", JournalRow.Columns)} FROM journal WHERE type = @p0";

    public async Task<IReadOnlyList<JournalEntry>> FindAsync(string type, string? key, CancellationToken cancellationToken)
    {
        var found = new List<JournalEntry>();
        var rows = key is null
            ? scope.Read().Query(s_select + " ORDER BY position", type)
            : scope.Read().Query(s_select + " AND key = @p1 ORDER BY position", type, key);
        await using var _ = rows.ConfigureAwait(false);
        while (await rows.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            found.Add(JournalRow.Read(rows));
        }

        return found;
    }
}
