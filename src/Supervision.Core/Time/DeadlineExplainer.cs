using Supervision.Decisions;

namespace Supervision.Time;

/// <summary>Says how a deadline was counted.</summary>
internal static class DeadlineExplainer
{
    public static Explanation Explain(
        LegalPeriod period,
        DateOnly start,
        IReadOnlyList<LegalPeriod> extensions,
        IReadOnlyList<Suspension> suspensions,
        DateOnly last,
        DateOnly due,
        WorkingCalendar calendar,
        LegalBasis roll)
    {
        List<Explanation> lines = [Line("deadline.start", Invariant.Text(start))];
        lines.AddRange(extensions.Select(extension =>
            Line($"deadline.extended.{extension.Unit}", Invariant.Text(extension.Length)).On(extension.Basis)));
        lines.AddRange(suspensions.Select(suspension => Line(
            "deadline.suspended", Invariant.Text(suspension.From), Invariant.Text(suspension.To.AddDays(-1)), suspension.Reason)
            .On(suspension.Basis)));
        if (period.Unit == PeriodUnit.WorkingDay)
        {
            var (off, madeUp) = OnTheWay(start, last, calendar);
            lines.Add(Line("deadline.daysOff", Invariant.Text(off), Invariant.Text(madeUp)));
        }

        if (due != last)
        {
            lines.Add(Line("deadline.rolled", Invariant.Text(last), Invariant.Text(due)).On(roll));
        }

        lines.Add(Line(calendar.IsProvisional(due) ? "deadline.provisional" : "deadline.calendar", calendar.Version));
        return Explanation.Of(
            Message.Of($"deadline.due.{period.Unit}", Invariant.Text(due), Invariant.Text(period.Length), Invariant.Text(start)),
            [.. lines]).On(period.Basis);
    }

    private static (int Off, int MadeUp) OnTheWay(DateOnly start, DateOnly last, WorkingCalendar calendar)
    {
        var (off, madeUp) = (0, 0);
        for (var day = start.AddDays(1); day <= last; day = day.AddDays(1))
        {
            var weekend = day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
            off += calendar.IsWorkingDay(day) ? 0 : 1;
            madeUp += weekend && calendar.IsWorkingDay(day) ? 1 : 0;
        }

        return (off, madeUp);
    }

    private static Explanation Line(string key, params string[] arguments) => Explanation.Of(Message.Of(key, arguments));
}
