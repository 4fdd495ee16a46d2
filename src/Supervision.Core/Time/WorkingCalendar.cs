using System.Text;
using Supervision.Decisions;
using Supervision.Hashing;

namespace Supervision.Time;

/// <summary>
/// Which days are worked, in the years whose notices are known. A working day is a listed make-up day, or a Monday to
/// Friday that is not listed as off. Immutable, thread-safe; a changed notice makes a calendar with another version.
/// </summary>
public sealed class WorkingCalendar
{
    private static readonly Lazy<WorkingCalendar> s_shipped = new(
        () => Of([.. Enumerable.Range(2019, 8).Select(year => CalendarYear.Parse(ShippedDocument.Read($"Supervision.Time.Data.{Invariant.Text(year)}.json")))]));

    private readonly SortedDictionary<int, CalendarYear> _years = [];
    private readonly Dictionary<DateOnly, bool> _isOff = [];

    private WorkingCalendar(IEnumerable<CalendarYear> years)
    {
        foreach (var year in years)
        {
            _years[year.Year] = year;
        }

        // A later notice overrules an earlier one: the first days of a January are arranged by their own year.
        foreach (var (date, off) in _years.Values.SelectMany(year => year.IsOff))
        {
            _isOff[date] = off;
        }

        Version = VersionOf();
    }

    /// <summary>Mainland China, 2019 to 2026, from holiday-cn (MIT).</summary>
    public static WorkingCalendar Shipped => s_shipped.Value;

    /// <summary>
    /// First and last year and a hash of all listed days: "2019-2026/0123456789abcdef". Kept with every deadline, so that a changed notice
    /// shows which ones to compute again.
    /// </summary>
    public string Version { get; }

    /// <summary>A calendar of these notices; of two for one year the later in the list counts.</summary>
    /// <exception cref="ArgumentException">There is no notice.</exception>
    public static WorkingCalendar Of(IReadOnlyCollection<CalendarYear> years)
    {
        ArgumentNullException.ThrowIfNull(years);
        return years.Count > 0
            ? new WorkingCalendar(years)
            : throw new ArgumentException("A calendar needs at least one year's notice.", nameof(years));
    }

    /// <summary>The same calendar with a notice added, or put in place of an earlier one of its year.</summary>
    public WorkingCalendar With(CalendarYear notice)
    {
        ArgumentNullException.ThrowIfNull(notice);
        return new WorkingCalendar([.. _years.Values, notice]);
    }

    /// <summary>Whether a day is worked.</summary>
    /// <exception cref="CalendarNotPublishedException">No notice of that year is known, and the day is not listed by another one.</exception>
    public bool IsWorkingDay(DateOnly date)
    {
        if (_isOff.TryGetValue(date, out var off))
        {
            return !off;
        }

        return _years.ContainsKey(date.Year)
            ? date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)
            : throw new CalendarNotPublishedException(date);
    }

    /// <summary>
    /// Whether a notice that is still to come could change the day: the last ten days of a year are sometimes rearranged by the
    /// notice of the next one, as 29 December 2018 was.
    /// </summary>
    public bool IsProvisional(DateOnly date) =>
        date is { Month: 12, Day: >= 22 } && !_years.ContainsKey(date.Year + 1);

    private string VersionOf()
    {
        var text = new StringBuilder();
        foreach (var (date, off) in _isOff.OrderBy(day => day.Key))
        {
            text.Append(Invariant.Text(date)).Append(off ? " off\n" : " worked\n");
        }

        foreach (var year in _years.Keys)
        {
            text.Append(Invariant.Text(year)).Append('\n');
        }

        var hash = Hash.Of(HashKind.Sha256, Encoding.UTF8.GetBytes(text.ToString())).ToString();
        return $"{Invariant.Text(_years.Keys.First())}-{Invariant.Text(_years.Keys.Last())}/{hash[..16]}";
    }
}
