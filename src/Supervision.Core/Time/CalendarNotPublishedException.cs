using Supervision.Decisions;

namespace Supervision.Time;

/// <summary>
/// A question about a year whose working days nobody has announced yet. Which weekend days are worked is decided once a
/// year by the State Council: no rule can guess it, and Monday to Friday would be a wrong answer.
/// </summary>
public sealed class CalendarNotPublishedException : Exception
{
    /// <summary>SUP1901: for a date of such a year.</summary>
    public CalendarNotPublishedException(DateOnly date)
        : base(Refusal.Of("SUP1901", Invariant.Text(date)).ToString())
    {
        Date = date;
    }

    /// <summary>The date that was asked about.</summary>
    public DateOnly Date { get; }
}
