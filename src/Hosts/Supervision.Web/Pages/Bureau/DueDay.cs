using System.Globalization;
using Supervision.Hosting.Wording;
using Supervision.Matters;
using Supervision.Web.Localization;

namespace Supervision.Web.Pages.Bureau;

/// <summary>Until when something is to be done: the day, and how far off it is in words. Immutable.</summary>
/// <param name="Day">The last day; null while the working days of its year are not published.</param>
/// <param name="Today">Today by the authority's clock.</param>
internal sealed record DueDay(DateOnly? Day, DateOnly Today)
{
    /// <summary>Whether it is too late; a period in hours may be over on its last day.</summary>
    public bool IsOverdue { get; init; } = Day < Today;

    /// <summary>The last moment, where the period is counted in hours.</summary>
    public string? Minute { get; init; }

    /// <summary>When a matter is due.</summary>
    public static DueDay Of(Matter matter, MatterClocks clocks, DateTimeOffset now, WebTexts texts) => new(MatterDue.LastDay(matter, clocks), clocks.DateOf(now))
    {
        IsOverdue = matter.IsOverdueAt(now), Minute = MatterDue.Text(matter, clocks, texts["work.nodate"]),
    };

    public string Date(WebTexts texts) => Minute ?? Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? texts["work.nodate"];

    /// <summary>"overdue by 3 days", "today", "2 days left"; empty while the day is not known.</summary>
    public string Words(WebTexts texts) => Day is not { } day ? "" : (day.DayNumber - Today.DayNumber) switch
    {
        >= 0 when IsOverdue => texts["work.overdue"],
        -1 => texts["due.overdue.one"],
        < 0 and var late => texts.Format("due.overdue", -late),
        0 => texts["due.today"],
        1 => texts["due.one"],
        var left => texts.Format("due.left", left),
    };
}
