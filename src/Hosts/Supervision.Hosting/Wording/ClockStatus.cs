using System.Globalization;
using Supervision.Cases;
using Supervision.Decisions;

namespace Supervision.Hosting.Wording;

/// <summary>How a clock of a case stands on a day, said in the reader's language.</summary>
internal static class ClockStatus
{
    public static string Of(CaseDeadline clock, DateOnly today, CultureInfo culture)
    {
        var (key, day) = clock switch
        {
            { MetOn: { } met } => (clock.WasLate ? "clock.late" : "clock.met", met),
            _ when clock.IsOverdueOn(today) => ("clock.overdue", today),
            { PausedSince: { } paused } => ("clock.paused", paused),
            _ when clock.Start > today => ("clock.future", clock.Start),
            { IsRight: true } => (OfTheOtherSide(clock, today), today),
            _ => ("clock.open", today),
        };
        return Message.Of(key, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).In(culture);
    }

    /// <summary>The last day, or why it is not known.</summary>
    public static string DueOf(CaseDeadline clock, CultureInfo culture) =>
        clock.Due?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? Message.Of("clock.unknown").In(culture);

    // Nobody of the agency has to act; what runs is not always a right.
    private static string OfTheOtherSide(CaseDeadline clock, DateOnly today) => (clock.Kind, clock.Due < today) switch
    {
        (CaseDeadlineKind.StopPublicity, var isOver) => isOver ? "clock.stop" : "clock.shown",
        (_, true) => "clock.lapsed",
        (CaseDeadlineKind.Demand or CaseDeadlineKind.ReferralAnswer, _) => "clock.waiting",
        _ => "clock.right",
    };
}
