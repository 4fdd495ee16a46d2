using Supervision.Rules.Facts;
using Supervision.Rules.Packs;
using Supervision.Time;

namespace Supervision.Rules.Ledgers;

/// <summary>How late a repair is, counted from the entry's date. Immutable.</summary>
internal sealed record Delay(DateOnly From, DateOnly To)
{
    public static FactType Type { get; } = FactType.Record(
        ("days", FactType.Number), ("workingDays", FactType.Number), ("months", FactType.Number), ("sameYear", FactType.Truth), ("nextYear", FactType.Truth));

    public Fact Get(string field) => field switch
    {
        "days" => Fact.Of((decimal)(To.DayNumber - From.DayNumber)),
        "workingDays" => Fact.Of((decimal)WorkingDays),
        "months" => Fact.Of((decimal)Months),
        "sameYear" => Fact.Of(To.Year == From.Year),
        _ => Fact.Of(To.Year == From.Year + 1),
    };

    /// <summary>Working days after the first date, up to and with the last one; by the shipped calendar, as every statutory time.</summary>
    private int WorkingDays
    {
        get
        {
            var (count, day) = (0, From);
            try
            {
                while (day < To)
                {
                    day = day.AddDays(1);
                    count += WorkingCalendar.Shipped.IsWorkingDay(day) ? 1 : 0;
                }
            }
            catch (CalendarNotPublishedException unknown)
            {
                throw new RuleEvaluationException(unknown, "SUP5161", Invariant.Text(From), Invariant.Text(To), Invariant.Text(day));
            }

            return count;
        }
    }

    /// <summary>Whole months that have passed.</summary>
    private int Months
    {
        get
        {
            var months = ((To.Year - From.Year) * 12) + To.Month - From.Month;
            return From.AddMonths(months) > To ? months - 1 : months;
        }
    }
}
