using Supervision.Catalog;
using Supervision.Decisions;
using Supervision.Inspections;
using Supervision.Time;

namespace Supervision.Calendars;

/// <summary>Counts the legal periods of open tasks again and saves those that move. What a person set as a last day stays.</summary>
public sealed class TaskRecount(ITaskStore tasks, ICatalogStore catalog, TaskRules rules, LegalClock periods)
{
    private const int PageSize = 1_000;

    internal async Task<IReadOnlyList<DeadlineMove>> RunAsync(WorkingCalendar after, CancellationToken cancellationToken)
    {
        var clock = periods.On(after);
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        var moves = new List<DeadlineMove>();
        await foreach (var page in Pages.AllAsync(last => tasks.ListCountingAsync(last, PageSize, cancellationToken), task => task.Id, PageSize).ConfigureAwait(false))
        {
            var moved = new List<InspectionTask>();
            foreach (var task in page)
            {
                if (!fields.TryGetValue(task.ItemCode, out var field))
                {
                    var item = await catalog.FindItemAsync(task.ItemCode, cancellationToken).ConfigureAwait(false);
                    fields[task.ItemCode] = field = item?.Field ?? "";
                }

                var counted = Recounted(task, field, rules, clock);
                DeadlineMove[] found = [.. Moves(task, counted)];
                if (found.Length > 0)
                {
                    moves.AddRange(found);
                    moved.Add(counted with { Version = task.Version + 1 });
                }
            }

            await tasks.UpdateAsync(moved, cancellationToken).ConfigureAwait(false);
        }

        return moves;
    }

    /// <summary>The task with its running periods counted by a clock. Pure.</summary>
    internal static InspectionTask Recounted(InspectionTask task, string field, TaskRules rules, LegalClock clock)
    {
        if (task.State is TaskState.Assigned or TaskState.Accepted or TaskState.OnSite
            && task.DueFrom is { } opened && rules.For(task.Source, opened)?.Due is { } due)
        {
            task = task with { DueOn = Due(clock, due, opened) ?? task.DueOn };
        }

        if (task is { State: TaskState.Rectifying, RecheckBy: not null, CorrectionReportedOn: { } reported }
            && rules.RecheckPeriod(field, reported) is { } recheck)
        {
            task = task with { RecheckBy = Due(clock, recheck, reported) ?? task.RecheckBy };
        }

        return task is { State: TaskState.CaseClue or TaskState.Rectifying, Clue: { ReportedOn: { } on } clue }
            ? task with { Clue = clue with { DecideBy = Due(clock, rules.CluePeriod, on) ?? clue.DecideBy } }
            : task;
    }

    private static IEnumerable<DeadlineMove> Moves(InspectionTask before, InspectionTask after)
    {
        if (before.DueOn != after.DueOn)
        {
            yield return new DeadlineMove("task", before.Id, "due", before.DueOn, after.DueOn);
        }

        if (before.RecheckBy != after.RecheckBy)
        {
            yield return new DeadlineMove("task", before.Id, "recheck", before.RecheckBy, after.RecheckBy);
        }

        if (before.Clue?.DecideBy != after.Clue?.DecideBy)
        {
            yield return new DeadlineMove("task", before.Id, "clue", before.Clue?.DecideBy, after.Clue?.DecideBy);
        }
    }

    // Into a year without a calendar nothing is counted: the day that was known stays until its notice comes.
    private static DateOnly? Due(LegalClock clock, LegalPeriod period, DateOnly start)
    {
        try
        {
            return clock.Due(period, start).Due;
        }
        catch (CalendarNotPublishedException)
        {
            return null;
        }
    }
}
