using Supervision.Time;

namespace Supervision.Core.Tests.Time;

internal static class Calendars
{
    /// <summary>2018 by its notice (国办发明电〔2017〕12号), which the shipped calendar does not have.</summary>
    public static CalendarYear Of2018 { get; } = Notice(
        2018,
        off: "2018-01-01 2018-02-15 2018-02-16 2018-02-17 2018-02-18 2018-02-19 2018-02-20 2018-02-21 2018-04-05 2018-04-06 2018-04-07 "
            + "2018-04-29 2018-04-30 2018-05-01 2018-06-16 2018-06-17 2018-06-18 2018-09-22 2018-09-23 2018-09-24 "
            + "2018-10-01 2018-10-02 2018-10-03 2018-10-04 2018-10-05 2018-10-06 2018-10-07",
        worked: "2018-02-11 2018-02-24 2018-04-08 2018-04-28 2018-09-29 2018-09-30");

    /// <summary>Spring Festival 2020 as it was announced first, before it was extended on 2020-01-27.</summary>
    public static CalendarYear Of2020AtFirst { get; } = Notice(
        2020,
        off: "2020-01-01 2020-01-24 2020-01-25 2020-01-26 2020-01-27 2020-01-28 2020-01-29 2020-01-30",
        worked: "2020-01-19 2020-02-01");

    public static LegalClock Clock { get; } = new(WorkingCalendar.Shipped.With(Of2018), PeriodConventions.Shipped);

    public static CalendarYear Notice(int year, string off, string worked) => CalendarYear.Parse(
        $$"""{"year": {{year}}, "papers": [], "days": [{{string.Join(',', Days(off, "true").Concat(Days(worked, "false")))}}]}""");

    private static IEnumerable<string> Days(string dates, string isOff) =>
        dates.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(date => $$"""{"date": "{{date}}", "isOffDay": {{isOff}}}""");
}
