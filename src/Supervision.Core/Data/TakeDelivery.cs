using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Registry;
using Supervision.Time;

namespace Supervision.Data;

/// <summary>
/// Takes a delivery into its channel: tests it, keeps out the rows that a rule rejects and nothing else, and keeps what differs from the
/// deliveries before as one batch. The same delivery again changes nothing.
/// </summary>
[AllowedTo(Roles.Registrar)]
public sealed class TakeDelivery(IBatchStore batches, ISubjectStore subjects, IUnitOfWork work, AuthorityClock clock, LegalClock periods)
{
    private readonly DeliveryDesk _desk = new(batches, work, clock, periods);

    /// <summary>Saves and journals the batch. SUP7431: the channel's name is malformed; SUP7432: no number is left today.</summary>
    /// <param name="delivery">Channel, standard and rows.</param>
    /// <param name="actor">Who takes it, for which agency.</param>
    /// <param name="cancellationToken">Gives up; nothing is kept.</param>
    public Task<Outcome<DeliveryResult>> RunAsync(Delivery delivery, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        ArgumentNullException.ThrowIfNull(actor);
        return _desk.RunAsync(delivery, LinkAsync, "data.taken", actor, cancellationToken);

        async Task<IReadOnlyList<BatchRow>> LinkAsync(DataTable table, IEnumerable<BatchRow> rows)
        {
            var at = delivery.SubjectField is { } field ? table.IndexOf(field) : -1;
            if (at < 0)
            {
                return [.. rows];
            }

            var known = new Dictionary<string, string?>(StringComparer.Ordinal) { [""] = null };
            var linked = new List<BatchRow>();
            foreach (var row in rows)
            {
                var id = row.Values[at];
                if (!known.TryGetValue(id, out var subject))
                {
                    subject = (await subjects.FindAsync(id, cancellationToken).ConfigureAwait(false))?.Id;
                    known.Add(id, subject);
                }

                linked.Add(row with { SubjectId = subject });
            }

            return linked;
        }
    }
}
