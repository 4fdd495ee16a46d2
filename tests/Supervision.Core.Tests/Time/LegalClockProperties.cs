using FsCheck;
using FsCheck.Fluent;
using Supervision.Decisions;
using Supervision.Time;

namespace Supervision.Core.Tests.Time;

public sealed class LegalClockProperties
{
    private static readonly LegalBasis s_basis = new("测试法", "第一条");

    private static readonly Gen<(DateOnly Start, int Length, PeriodUnit Unit, Suspension[] Suspensions)> s_cases =
        from start in Gen.Choose(0, 2000)
        from length in Gen.Choose(1, 90)
        from unit in Gen.Elements(PeriodUnit.WorkingDay, PeriodUnit.CalendarDay)
        from spans in (from at in Gen.Choose(-5, 120) from days in Gen.Choose(1, 20) select (at, days)).ArrayOf(3)
        from used in Gen.Choose(0, 3)
        let first = new DateOnly(2019, 1, 1).AddDays(start)
        select (first, length, unit, spans.Take(used).Select(span =>
            new Suspension(first.AddDays(span.at), first.AddDays(span.at + span.days), "检测", s_basis)).ToArray());

    // Goal: the clock agrees with a slow reading of the law. Method: list every day after the event, strike out those that
    // do not count, take the one of that number, and go on to a working day.
    [Fact]
    public void Due_IsTheNthDayThatCounts() =>
        Prop.ForAll(s_cases.ToArbitrary(), sample =>
        {
            var calendar = WorkingCalendar.Shipped;
            var deadline = new LegalClock(calendar, PeriodConventions.Shipped).Due(
                new LegalPeriod(sample.Length, sample.Unit, s_basis), sample.Start, sample.Suspensions);
            var days = Enumerable.Range(1, 500).Select(sample.Start.AddDays).ToArray();
            var counted = days.Where(day =>
                !sample.Suspensions.Any(s => day >= s.From && day < s.To)
                && (sample.Unit == PeriodUnit.CalendarDay || calendar.IsWorkingDay(day)));
            var last = counted.ElementAt(sample.Length - 1);
            Assert.Equal(last, deadline.LastDay);
            Assert.Equal(days.First(day => day >= last && calendar.IsWorkingDay(day)), deadline.Due);
        }).QuickCheckThrowOnFailure();

    // Goal: granting an extension or excluding more days never brings a deadline forward.
    [Fact]
    public void Due_MoreTime_IsNeverEarlier() =>
        Prop.ForAll(s_cases.ToArbitrary(), sample =>
        {
            var clock = new LegalClock(WorkingCalendar.Shipped, PeriodConventions.Shipped);
            var period = new LegalPeriod(sample.Length, sample.Unit, s_basis);
            var plain = clock.Due(period, sample.Start);
            Assert.True(clock.Due(period, sample.Start, sample.Suspensions).Due >= plain.Due);
            // An extension can end within the same days off, and then on the same working day after them.
            var extended = clock.Extend(plain, period);
            Assert.True(extended.LastDay > plain.LastDay);
            Assert.True(extended.Due >= plain.Due);
        }).QuickCheckThrowOnFailure();
}
