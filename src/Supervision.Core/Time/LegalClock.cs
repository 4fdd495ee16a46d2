namespace Supervision.Time;

/// <summary>
/// Counts legal periods. The day of the event is not counted; a last day that is no working day moves to the next one.
/// Thread-safe: it knows no "today". On a <see cref="WorkingCalendar"/> it is pure; on a <see cref="LiveCalendar"/> each count takes the calendar of
/// its moment, which the deadline then names.
/// </summary>
/// <legal source="民事诉讼法 第八十五条（参照）"/>
public sealed class LegalClock
{
    private readonly Func<WorkingCalendar> _current;
    private readonly PeriodConventions _conventions;

    /// <summary>A clock on a calendar and on the conventions of the laws.</summary>
    public LegalClock(WorkingCalendar calendar, PeriodConventions conventions)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentNullException.ThrowIfNull(conventions);
        (_current, _conventions) = (() => calendar, conventions);
    }

    /// <summary>A clock on the calendar of a running host.</summary>
    public LegalClock(LiveCalendar calendar, PeriodConventions conventions)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentNullException.ThrowIfNull(conventions);
        (_current, _conventions) = (() => calendar.Current, conventions);
    }

    /// <summary><see cref="WorkingCalendar.Version"/> of its calendar.</summary>
    public string CalendarVersion => _current().Version;

    /// <summary>A clock of the same conventions on another calendar.</summary>
    public LegalClock On(WorkingCalendar calendar) => new(calendar, _conventions);

    /// <summary>The last day of a period.</summary>
    /// <param name="period">Length, unit and provision.</param>
    /// <param name="start">Day of the event.</param>
    /// <param name="suspensions">Spans that do not count; they may overlap.</param>
    /// <exception cref="CalendarNotPublishedException">The count reaches a year that has not been announced.</exception>
    public Deadline Due(LegalPeriod period, DateOnly start, params IReadOnlyList<Suspension> suspensions)
    {
        ArgumentNullException.ThrowIfNull(period);
        ArgumentNullException.ThrowIfNull(suspensions);
        return Compute(period, start, [], suspensions);
    }

    /// <summary>The deadline with one more extension; the whole length is counted in one go from the same event.</summary>
    /// <exception cref="ArgumentException">The extension has another unit than the period.</exception>
    /// <exception cref="CalendarNotPublishedException">The count reaches a year that has not been announced.</exception>
    public Deadline Extend(Deadline deadline, LegalPeriod extension)
    {
        ArgumentNullException.ThrowIfNull(deadline);
        ArgumentNullException.ThrowIfNull(extension);
        return extension.Unit == deadline.Period.Unit
            ? Compute(deadline.Period, deadline.Start, [.. deadline.Extensions, extension], deadline.Suspensions)
            : throw new ArgumentException(
                $"A period in {deadline.Period.Unit} cannot be extended by {extension.Unit}: there is no telling where one ends.", nameof(extension));
    }

    /// <summary>The deadline with one more span that does not count.</summary>
    /// <exception cref="CalendarNotPublishedException">The count reaches a year that has not been announced.</exception>
    public Deadline Suspend(Deadline deadline, Suspension suspension)
    {
        ArgumentNullException.ThrowIfNull(deadline);
        ArgumentNullException.ThrowIfNull(suspension);
        return Compute(deadline.Period, deadline.Start, deadline.Extensions, [.. deadline.Suspensions, suspension]);
    }

    /// <summary>The same deadline by this clock's calendar: how an open one follows a changed notice.</summary>
    /// <exception cref="CalendarNotPublishedException">The count reaches a year that has not been announced.</exception>
    public Deadline Recompute(Deadline deadline)
    {
        ArgumentNullException.ThrowIfNull(deadline);
        return Compute(deadline.Period, deadline.Start, deadline.Extensions, deadline.Suspensions);
    }

    /// <summary>
    /// The last day on which something that must be done a period before an event is in time: "notify seven days before the
    /// hearing". Working or calendar days only; a day off moves to the working day before it.
    /// </summary>
    /// <param name="period">How long before.</param>
    /// <param name="date">Day of the event; it is not counted.</param>
    /// <param name="clearDays">Whether the day of the act is not counted either, so that whole days lie between.</param>
    /// <exception cref="ArgumentException">The period is in months or years.</exception>
    /// <exception cref="CalendarNotPublishedException">The count reaches a year that has not been announced.</exception>
    public DateOnly LatestBefore(LegalPeriod period, DateOnly date, bool clearDays)
    {
        ArgumentNullException.ThrowIfNull(period);
        if (period.Unit is not (PeriodUnit.WorkingDay or PeriodUnit.CalendarDay))
        {
            throw new ArgumentException("Only days are counted backwards.", nameof(period));
        }

        var calendar = _current();
        var left = period.Length + (clearDays ? 1 : 0);
        var day = date;
        while (left > 0)
        {
            day = day.AddDays(-1);
            left -= period.Unit == PeriodUnit.CalendarDay || calendar.IsWorkingDay(day) ? 1 : 0;
        }

        while (!calendar.IsWorkingDay(day))
        {
            day = day.AddDays(-1);
        }

        return day;
    }

    private Deadline Compute(
        LegalPeriod period, DateOnly start, IReadOnlyList<LegalPeriod> extensions, IReadOnlyList<Suspension> suspensions)
    {
        var calendar = _current();
        var length = period.Length + extensions.Sum(extension => extension.Length);
        var last = period.Unit switch
        {
            PeriodUnit.WorkingDay => Count(start, length, suspensions, calendar.IsWorkingDay),
            PeriodUnit.CalendarDay => Count(start, length, suspensions, _ => true),
            PeriodUnit.Month => Prolong(start, start.AddMonths(length), suspensions),
            _ => Prolong(start, start.AddYears(length), suspensions),
        };
        var due = last;
        while (!calendar.IsWorkingDay(due))
        {
            due = due.AddDays(1);
        }

        return new Deadline
        {
            Start = start,
            Period = period,
            Extensions = extensions,
            Suspensions = suspensions,
            LastDay = last,
            Due = due,
            CalendarVersion = calendar.Version,
            IsProvisional = calendar.IsProvisional(due),
            Explanation = DeadlineExplainer.Explain(
                period, start, extensions, suspensions, last, due, calendar, _conventions.Roll),
        };
    }

    private static DateOnly Count(
        DateOnly start, int length, IReadOnlyList<Suspension> suspensions, Func<DateOnly, bool> counts)
    {
        var day = start;
        for (var left = length; left > 0;)
        {
            day = day.AddDays(1);
            left -= !IsSuspended(day, suspensions) && counts(day) ? 1 : 0;
        }

        return day;
    }

    // A month has no single day that could be left out: the end moves by as many days as were excluded on the way to it.
    private static DateOnly Prolong(DateOnly start, DateOnly end, IReadOnlyList<Suspension> suspensions)
    {
        for (var day = start.AddDays(1); day <= end; day = day.AddDays(1))
        {
            end = end.AddDays(IsSuspended(day, suspensions) ? 1 : 0);
        }

        return end;
    }

    private static bool IsSuspended(DateOnly day, IReadOnlyList<Suspension> suspensions)
    {
        foreach (var suspension in suspensions)
        {
            if (suspension.Covers(day))
            {
                return true;
            }
        }

        return false;
    }
}
