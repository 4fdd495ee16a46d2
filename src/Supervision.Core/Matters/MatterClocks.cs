using System.Globalization;
using Supervision.Decisions;
using Supervision.Time;

namespace Supervision.Matters;

/// <summary>Counts the clocks of matters. Pure and thread-safe; knows no "now".</summary>
/// <param name="policy">Periods.</param>
/// <param name="periods">Counts days.</param>
/// <param name="clock">The authority's time zone.</param>
public sealed class MatterClocks(MatterPolicy policy, LegalClock periods, AuthorityClock clock)
{
    private const string Ladder = "escalation";

    /// <summary>Periods and numbers.</summary>
    public MatterPolicy Policy => policy;

    /// <summary>An instant by the authority's clocks, as signals must be for their civil day.</summary>
    public DateTimeOffset Local(DateTimeOffset instant) => clock.Local(instant);

    /// <summary>An instant's civil date in the authority's time zone.</summary>
    public DateOnly DateOf(DateTimeOffset instant) => DateOnly.FromDateTime(clock.Local(instant).DateTime);

    /// <summary>The last day of a period that began on a day, and its provision. Its key has to be in force on that day, in days, months or years.</summary>
    internal (DateOnly Last, LegalBasis Basis) LastDay(string key, DateOnly start)
    {
        var period = policy.Period(key, start) ?? throw new ArgumentException(Refusal.Of("SUP7001", key, Invariant.Text(start)).ToString(), nameof(key));
        var last = period.Unit switch
        {
            PeriodUnit.Year => start.AddYears(period.Length),
            PeriodUnit.Month => start.AddMonths(period.Length),
            PeriodUnit.CalendarDay => start.AddDays(period.Length),
            _ => periods.Due(new LegalPeriod(period.Length, PeriodUnit.WorkingDay, period.Basis), start).Due,
        };
        return (last, period.Basis);
    }

    /// <summary>
    /// The clock of a matter that has come into its state at an instant; null when nothing is due. The narrowest key counts:
    /// kind, category and state before kind and state.
    /// </summary>
    public MatterClock? For(Matter matter, DateTimeOffset since)
    {
        ArgumentNullException.ThrowIfNull(matter);
        var narrow = $"{matter.Kind}.{matter.Category}.{matter.State}";
        var wide = $"{matter.Kind}.{matter.State}";
        var (key, period) = policy.Period(narrow, DateOf(since)) is { } found ? (narrow, found) : (wide, policy.Period(wide, DateOf(since)));
        if (period is null)
        {
            return null;
        }

        if (period.DayFact is { } fact)
        {
            return matter.Fact(fact) is { } day ? new MatterClock(key, since, EndOf(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture))) : null;
        }

        var start = period.FromOpening ? matter.OpenedAt : since;
        return new MatterClock(key, start, Due(period, start));
    }

    /// <summary>The clock with its extension; SUP7015: the policy has none, or it was extended already.</summary>
    public Outcome<MatterClock> Extend(MatterClock running)
    {
        ArgumentNullException.ThrowIfNull(running);
        var key = $"{running.Key}.extension";
        if (running.Extensions > 0 || policy.Period(key, DateOf(running.Start)) is not { } more)
        {
            return Refusal.Of("SUP7015", running.Key);
        }

        var period = policy.Period(running.Key, DateOf(running.Start))!;
        return running with
        {
            Extensions = 1, Rung = 0, DueAt = Due(period with { Length = period.Length + more.Length }, running.Start),
        };
    }

    /// <summary>The clock after one more rung was told: it waits for that rung, or ends where there is no further one.</summary>
    public MatterClock Climb(MatterClock running, DateTimeOffset at, bool isTop)
    {
        ArgumentNullException.ThrowIfNull(running);
        var wait = isTop ? null : policy.Period(Ladder, DateOf(at));
        return running with { Rung = running.Rung + 1, DueAt = wait is null ? MatterClock.Never : Due(wait, at) };
    }

    /// <summary>The clock counted again: for one whose calendar was not published when it began, or has changed since.</summary>
    public MatterClock Recount(MatterClock running)
    {
        ArgumentNullException.ThrowIfNull(running);
        // A day that an order or a pack has named is not counted here.
        if (policy.Period(running.Key, DateOf(running.Start)) is not { DayFact: null } period)
        {
            return running;
        }

        var more = running.Extensions > 0 ? policy.Period($"{running.Key}.extension", DateOf(running.Start))?.Length ?? 0 : 0;
        return running with { DueAt = Due(period with { Length = period.Length + more }, running.Start) };
    }

    /// <summary>The clock of a rung that was told at an instant, counted again.</summary>
    public MatterClock RecountLadder(MatterClock running, DateTimeOffset told)
    {
        ArgumentNullException.ThrowIfNull(running);
        return running.DueAt != MatterClock.Never && policy.Period(Ladder, DateOf(told)) is { } wait
            ? running with { DueAt = Due(wait, told) }
            : running;
    }

    private DateTimeOffset EndOf(DateOnly last) => clock.StartOf(last.AddDays(1));

    // Days end with the day; hours run day and night.
    private DateTimeOffset? Due(MatterPeriod period, DateTimeOffset start)
    {
        if (period.Unit is not { } unit)
        {
            return start.AddHours(period.Length);
        }

        try
        {
            var last = periods.Due(new LegalPeriod(period.Length, unit, period.Basis), DateOf(start)).Due;
            return EndOf(last);
        }
        catch (CalendarNotPublishedException)
        {
            return null;
        }
    }
}
