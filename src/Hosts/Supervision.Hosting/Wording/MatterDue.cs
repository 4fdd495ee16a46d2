using System.Globalization;
using Supervision.Matters;

namespace Supervision.Hosting.Wording;

/// <summary>When a matter is due, as both hosts say it: the last day of its period, not the midnight after it, and not the day on which the next rung of the ladder is told.</summary>
internal static class MatterDue
{
    /// <summary>The first instant at which it is overdue; null when nothing runs, or the working days that it needs are not published.</summary>
    public static DateTimeOffset? At(Matter matter, MatterClocks clocks)
    {
        if (matter.Clock is not { Rung: > 0 } running)
        {
            return matter.Clock?.DueAt;
        }

        var first = clocks.For(matter, running.Start);
        return first is not null && running.Extensions > 0 && clocks.Extend(first).TryGet(out var longer, out _) ? longer.DueAt : first?.DueAt;
    }

    /// <summary>The last civil day; null as above.</summary>
    public static DateOnly? LastDay(Matter matter, MatterClocks clocks) => At(matter, clocks) is { } due ? clocks.DateOf(due.AddTicks(-1)) : null;

    /// <summary>What is overdue first, then by the day, then by id.</summary>
    public static IReadOnlyList<Matter> OverdueFirst(IEnumerable<Matter> matters, MatterClocks clocks, DateTimeOffset now) =>
        [.. matters.OrderByDescending(matter => matter.IsOverdueAt(now)).ThenBy(matter => At(matter, clocks) ?? DateTimeOffset.MaxValue).ThenBy(matter => matter.Id, StringComparer.Ordinal)];

    /// <summary>The last day, or for a period in hours its end to the minute; a dash when nothing runs, and where nobody can know it yet, what the host says of that.</summary>
    public static string Text(Matter matter, MatterClocks clocks, string unknown) =>
        matter.Clock is null ? "–"
        : At(matter, clocks) is not { } due ? unknown
        : clocks.Local(due) is { TimeOfDay.Ticks: > 0 } minute ? minute.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)
        : LastDay(matter, clocks)!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
