using Microsoft.EntityFrameworkCore;
using Supervision.Data;
using Supervision.Storage.Mapping;
using Supervision.Storage.Mapping.Data;

namespace Supervision.Storage.Stores.Data;

internal sealed class BatchStore(StorageScope scope) : IBatchStore
{
    public Task AddAsync(DataBatch batch, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return scope.WriteAsync(
            $"batch {batch.Channel}/{batch.Number}",
            async session =>
            {
                session.Context.Add(new DataBatchRow
                {
                    AgencyId = batch.AgencyId, Channel = batch.Channel, Batch = batch.Number.ToString(), Standard = batch.Standard,
                    MadeAt = Stored.Instant(batch.MadeAt),
                });
                await session.FlushAsync(cancellationToken).ConfigureAwait(false);
                await DataRowRow.Table.AddAsync(
                    session.Connection, batch.Rows.Select(row => (batch, row)), cancellationToken).ConfigureAwait(false);
                return true;
            },
            cancellationToken);
    }

    public async Task<BatchNumber?> LastAsync(string agencyId, string channel, CancellationToken cancellationToken)
    {
        var last = await Batches(agencyId, channel).Select(row => row.Batch).MaxAsync(batch => (string?)batch, cancellationToken).ConfigureAwait(false);
        return last is null ? null : BatchNumber.Parse(last);
    }

    public async Task<DataBatch?> FindAsync(
        string agencyId, string channel, BatchNumber number, CancellationToken cancellationToken)
    {
        var name = number.ToString();
        if (await Batches(agencyId, channel).SingleOrDefaultAsync(row => row.Batch == name, cancellationToken).ConfigureAwait(false) is not { } batch)
        {
            return null;
        }

        var rows = await scope.Read().Context.Set<DataRowRow>()
            .Where(row => row.AgencyId == agencyId && row.Channel == channel && row.Batch == name)
            .OrderBy(row => row.TableName).ThenBy(row => row.Key).ToListAsync(cancellationToken).ConfigureAwait(false);
        return new DataBatch(
            channel, batch.AgencyId, number, batch.Standard, Stored.ToInstant(batch.MadeAt), rows.ConvertAll(row => row.ToRow()));
    }

    public async Task<IReadOnlyList<BatchRow>> CurrentAsync(
        string agencyId, string channel, CancellationToken cancellationToken)
    {
        var current = new List<BatchRow>();
        var rows = scope.Read().Context.Set<DataRowRow>().Where(row => row.AgencyId == agencyId && row.Channel == channel)
            .OrderBy(row => row.TableName).ThenBy(row => row.Key).ThenBy(row => row.Batch);
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            // Later batches of a key come later and take the place of the one before.
            if (current.Count > 0 && current[^1].Key == row.Key && current[^1].Table == row.TableName)
            {
                current.RemoveAt(current.Count - 1);
            }

            current.Add(row.ToRow());
        }

        return current;
    }

    public async Task<IReadOnlyList<(string Channel, DateTimeOffset MadeAt, BatchRow Row)>> ListBySubjectAsync(
        string subjectId, CancellationToken cancellationToken)
    {
        var context = scope.Read().Context;
        var found = await (
            from row in context.Set<DataRowRow>()
            join batch in context.Set<DataBatchRow>()
                on new { row.AgencyId, row.Channel, row.Batch } equals new { batch.AgencyId, batch.Channel, batch.Batch }
            where row.SubjectId == subjectId
            orderby batch.MadeAt, row.Channel, row.TableName, row.Key
            select new { batch.MadeAt, Row = row }).ToListAsync(cancellationToken).ConfigureAwait(false);
        return found.ConvertAll(pair => (pair.Row.Channel, Stored.ToInstant(pair.MadeAt), pair.Row.ToRow()));
    }

    private IQueryable<DataBatchRow> Batches(string agencyId, string channel) =>
        scope.Read().Context.Set<DataBatchRow>().Where(row => row.AgencyId == agencyId && row.Channel == channel);
}
