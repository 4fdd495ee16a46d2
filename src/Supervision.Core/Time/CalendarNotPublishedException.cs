using Supervision.Decisions;

namespace Supervision.Time;

/// <summary>
/// A question about a year whose working days nobody has announced yet. Which weekend days are worked is decided once a
/// year by the State Council: no rule can guess it, and Monday to Friday would be a wrong answer. Whoever tells people of a refusal tells them of this.
/// </summary>
public sealed class CalendarNotPublishedException : RefusedException
{
    /// <summary>SUP1901: for a date of such a year.</summary>
    public CalendarNotPublishedException(DateOnly date)
        : base(Refusal.Of("SUP1901", Invariant.Text(date))) => Date = date;

    /// <summary>The date that was asked about.</summary>
    public DateOnly Date { get; }
}
