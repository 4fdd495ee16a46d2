using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Storage.Mapping.Audit;

namespace Supervision.Storage.Stores.Audit;

/// <summary>Refuses a second act by whoever did the first in the same matter, by what the journal says.</summary>
internal static class DutyCheck
{
    private static readonly string s_select = $"SELECT {string.Join(", ", JournalRow.Columns)} FROM journal WHERE type = @p0 AND key = @p1";

    /// <summary>SUP9304, thrown: one of the records is for another person.</summary>
    public static async Task DemandAsync(
        StorageSession session, IReadOnlyList<JournalRecord> records, CancellationToken cancellationToken)
    {
        foreach (var record in records)
        {
            foreach (var duty in SeparatedDuty.All.Where(duty => duty.Second == record.Type))
            {
                var matter = duty.MatterOf(record);
                var first = await FirstAsync(session, duty.First, matter, cancellationToken).ConfigureAwait(false);
                first.AddRange(records.Where(other => other.Type == duty.First && other.Key == matter));

                // The person counts, not the agency: whoever moved to another one has still done the first act.
                if (duty.SecondBy(record).Intersect(first.SelectMany(SeparatedDuty.FirstBy), StringComparer.Ordinal).FirstOrDefault() is { } both)
                {
                    throw new RefusedException(Refusal.Of("SUP9304", both, matter, duty.First, duty.Second));
                }
            }
        }
    }

    private static async Task<List<JournalRecord>> FirstAsync(
        StorageSession session, string type, string key, CancellationToken cancellationToken)
    {
        var found = new List<JournalRecord>();
        var rows = session.Query(s_select, type, key);
        await using var _ = rows.ConfigureAwait(false);
        while (await rows.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            found.Add(JournalRow.Read(rows).Record);
        }

        return found;
    }
}
