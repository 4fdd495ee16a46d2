using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Time;

namespace Supervision.Data;

/// <summary>What taking a delivery and handing one out have in common: test, keep out, compare with what stands, keep the batch.</summary>
internal sealed class DeliveryDesk(IBatchStore batches, IUnitOfWork work, AuthorityClock clock, LegalClock periods)
{
    /// <summary>Saves and journals the batch unless nothing changed. SUP7431: the channel's name is malformed; SUP7432: no number is left today.</summary>
    /// <param name="delivery">Channel, standard and rows.</param>
    /// <param name="link">Says which registered subjects the accepted rows of a table are about.</param>
    /// <param name="journalType">What the journal calls it.</param>
    /// <param name="actor">Who acts.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Outcome<DeliveryResult>> RunAsync(
        Delivery delivery, Func<DataTable, IEnumerable<BatchRow>, Task<IReadOnlyList<BatchRow>>> link, string journalType, Actor actor,
        CancellationToken cancellationToken)
    {
        if (!Identifier.IsValid(delivery.Channel))
        {
            return Refusal.Of("SUP7431", delivery.Channel);
        }

        var report = new QualityCheck(delivery.Standard, periods).Run(delivery.Contents);
        var rows = new List<BatchRow>();
        foreach (var content in delivery.Contents)
        {
            var rejected = report.Rejected(content.Table.Name);
            rows.AddRange(await link(
                content.Table, RowKeys.Of(content.Table, content.Rows.Where(row => !rejected.Contains(row.Number)))).ConfigureAwait(false));
        }

        var before = await batches.CurrentAsync(actor.AgencyId, delivery.Channel, cancellationToken).ConfigureAwait(false);
        var changes = BatchDifference.Between(before, rows, delivery.IsComplete);
        if (changes.Count == 0)
        {
            return new DeliveryResult(null, rows.Count, report);
        }

        var last = await batches.LastAsync(actor.AgencyId, delivery.Channel, cancellationToken).ConfigureAwait(false);
        if (!BatchNumber.After(last, clock.Today).TryGet(out var number, out var refusal))
        {
            return refusal;
        }

        var standard = $"{delivery.Standard.Name} {delivery.Standard.Version}";
        var batch = new DataBatch(delivery.Channel, actor.AgencyId, number, standard, clock.Now, changes);
        await batches.AddAsync(batch, cancellationToken).ConfigureAwait(false);
        work.Append(BatchJournal.Record(journalType, batch, report, actor));
        await work.CommitAsync(cancellationToken).ConfigureAwait(false);
        return new DeliveryResult(batch, rows.Count - batch.Count(BatchOperation.Insert) - batch.Count(BatchOperation.Update), report);
    }
}
