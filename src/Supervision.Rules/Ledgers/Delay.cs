using Supervision.Rules.Facts;

namespace Supervision.Rules.Ledgers;

/// <summary>How late a repair is, counted from the entry's date. Immutable.</summary>
internal sealed record Delay(DateOnly From, DateOnly To)
{
    public static FactType Type { get; } = FactType.Record(
        ("days", FactType.Number), ("months", FactType.Number), ("sameYear", FactType.Truth), ("nextYear", FactType.Truth));

    public Fact Get(string field) => field switch
    {
        "days" => Fact.Of((decimal)(To.DayNumber - From.DayNumber)),
        "months" => Fact.Of((decimal)Months),
        "sameYear" => Fact.Of(To.Year == From.Year),
        _ => Fact.Of(To.Year == From.Year + 1),
    };

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
