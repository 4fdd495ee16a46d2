using Supervision.Audit;
using Supervision.Decisions;

namespace Supervision.Matters;

/// <summary>
/// Tells the next one up of everything that is overdue: first the head of the agency whose turn it is, then the superior agency, then its
/// superior, each after the time that the rung below had. A rung is told once, however often and by however many processes it is swept.
/// </summary>
[AllowedTo(Roles.Head | Roles.Planner | Roles.Administrator, IsShared = true)]
public sealed class SweepOverdue(MatterWork matters, IUnitOfWork work)
{
    private const int BatchSize = 500;

    /// <summary>Escalates what is overdue now, in one transaction; on a conflict with somebody's step nothing is kept: sweep again.</summary>
    /// <param name="actor">In whose name it is journalled: the system's.</param>
    /// <param name="cancellationToken">Gives up; nothing is kept.</param>
    /// <returns>The escalated matters, by id.</returns>
    /// <exception cref="ConcurrencyConflictException">Somebody took a step of one of them meanwhile.</exception>
    public async Task<IReadOnlyList<Matter>> RunAsync(Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var now = matters.Now;
        var agencies = await matters.AgenciesAsync(cancellationToken).ConfigureAwait(false);
        var told = new List<Matter>();
        await foreach (var page in Pages.AllAsync(after => matters.Store.ListDueAsync(now, after, BatchSize, cancellationToken), one => one.Id, BatchSize).ConfigureAwait(false))
        {
            foreach (var one in page)
            {
                var running = one.Clock is { DueAt: null } ? matters.Clocks.Recount(one.Clock) : one.Clock;
                if (running?.DueAt is not { } due || due > now)
                {
                    continue;
                }

                var matter = one with { Clock = running };
                var from = running.Rung > 0 ? matter.Escalations.Last().Entry.AgencyIds[0] : null;
                var to = from is null ? matter.AgencyId : Hierarchy.Above(from, agencies) ?? from;
                var done = MatterFold.Escalate(matter, to, Hierarchy.Above(to, agencies) is null, matters.Clocks, actor, now);
                await matters.SaveAsync(matter, done, "escalated", actor, cancellationToken).ConfigureAwait(false);
                told.Add(done);
            }
        }

        await work.CommitAsync(cancellationToken).ConfigureAwait(false);
        return told;
    }
}
