using System.Globalization;
using Supervision.Audit;
using Supervision.Decisions;

namespace Supervision.Storage.Stores.Audit;

/// <summary>Refuses a second act by whoever did the first in the same matter, by what the journal says.</summary>
internal static class DutyCheck
{
    /// <summary>SUP9304, thrown: one of the records is for another person.</summary>
    public static async Task DemandAsync(
        StorageSession session, IReadOnlyList<JournalRecord> records, CancellationToken cancellationToken)
    {
        foreach (var record in records)
        {
            foreach (var duty in SeparatedDuty.All.Where(duty => duty.Second == record.Type))
            {
                if (records.Any(other => other.Type == duty.First && IsTheSame(other, record))
                    || await HasDoneAsync(session, duty.First, record, cancellationToken).ConfigureAwait(false))
                {
                    throw new RefusedException(Refusal.Of("SUP9304", record.Actor.Id, record.Key, duty.First, duty.Second));
                }
            }
        }
    }

    // The person counts, not the agency: whoever moved to another one has still done the first act.
    private static bool IsTheSame(JournalRecord first, JournalRecord second) =>
        first.Key == second.Key && first.Actor.Id == second.Actor.Id;

    private static async Task<bool> HasDoneAsync(
        StorageSession session, string type, JournalRecord record, CancellationToken cancellationToken)
    {
        var rows = session.Query(
            "SELECT count(*) FROM journal WHERE type = @p0 AND key = @p1 AND actor_id = @p2", type, record.Key, record.Actor.Id);
        await using var _ = rows.ConfigureAwait(false);
        await rows.ReadAsync(cancellationToken).ConfigureAwait(false);
        return Convert.ToInt64(rows.GetValue(0), CultureInfo.InvariantCulture) > 0;
    }
}
