using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Supervision.Credit;
using Supervision.Storage.Mapping.Credit;

namespace Supervision.Storage.Stores.Credit;

internal sealed class CreditEventStore(StorageScope scope) : ICreditEventStore
{
    public Task AddAsync(IReadOnlyList<CreditEvent> events, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(events);
        return scope.WriteAsync(
            "the credit events",
            async session =>
            {
                await CreditEventRow.Table.AddAsync(session.Connection, events, cancellationToken).ConfigureAwait(false);
                return true;
            },
            cancellationToken);
    }

    public async Task<long> LastSequenceAsync(CancellationToken cancellationToken) =>
        await scope.Read().Context.Set<CreditEventRow>()
            .MaxAsync(row => (long?)row.Sequence, cancellationToken).ConfigureAwait(false) ?? 0;

    public async Task<CreditHistory> FindAsync(string subjectId, CancellationToken cancellationToken)
    {
        var events = new List<CreditEvent>();
        var rows = scope.Read().Query(
            $"SELECT {CreditEventRow.Columns} FROM credit_events WHERE subject_id = @p0 ORDER BY occurred_on, sequence",
            subjectId);
        await using var _ = rows.ConfigureAwait(false);
        while (await rows.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            events.Add(CreditEventRow.Read(rows));
        }

        return new CreditHistory(subjectId, events);
    }

    public async IAsyncEnumerable<CreditHistory> StreamAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        List<CreditEvent> events = [];
        var rows = scope.Read().Query(
            $"SELECT {CreditEventRow.Columns} FROM credit_events ORDER BY subject_id, occurred_on, sequence");
        await using var _ = rows.ConfigureAwait(false);
        while (await rows.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            var next = CreditEventRow.Read(rows);
            if (events.Count > 0 && events[0].SubjectId != next.SubjectId)
            {
                yield return new CreditHistory(events[0].SubjectId, events);
                events = [];
            }

            events.Add(next);
        }

        if (events.Count > 0)
        {
            yield return new CreditHistory(events[0].SubjectId, events);
        }
    }
}
