using System.Text.Json;
using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Matters;
using Supervision.Time;

namespace Supervision.Calendars;

/// <summary>Counts the running clocks of warnings and events again; each that moves gets a step that says so.</summary>
public sealed class MatterRecount(IMatterStore matters, MatterPolicy policy, LegalClock periods, AuthorityClock clock)
{
    private const int PageSize = 500;

    internal async Task<IReadOnlyList<DeadlineMove>> RunAsync(WorkingCalendar after, Actor actor, CancellationToken cancellationToken)
    {
        var clocks = new MatterClocks(policy, periods.On(after), clock);
        var moves = new List<DeadlineMove>();

        // Whatever the instant, those that wait for a day before the end of time are the running ones.
        var running = Pages.AllAsync(last => matters.ListDueAsync(MatterClock.Never.AddDays(-1), last, PageSize, cancellationToken), one => one.Id, PageSize);
        await foreach (var page in running.ConfigureAwait(false))
        {
            foreach (var one in page)
            {
                var counted = MatterFold.Recount(one, clocks, actor, clock.Now);
                if (counted.Clock!.DueAt == one.Clock!.DueAt)
                {
                    continue;
                }

                await matters.UpdateAsync(counted, cancellationToken).ConfigureAwait(false);
                moves.Add(new DeadlineMove(
                    JsonNamingPolicy.KebabCaseLower.ConvertName(one.Kind.ToString()), one.Id, one.Clock.Key,
                    LastDay(clocks, one.Clock.DueAt), LastDay(clocks, counted.Clock.DueAt)));
            }
        }

        return moves;
    }

    // A clock of days is over when its last day is.
    private static DateOnly? LastDay(MatterClocks clocks, DateTimeOffset? dueAt) => dueAt is { } at ? clocks.DateOf(at.AddTicks(-1)) : null;
}
