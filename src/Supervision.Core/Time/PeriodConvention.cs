using Supervision.Decisions;

namespace Supervision.Time;

/// <summary>
/// Which periods of one law are counted in working days. Law by law, because the lengths differ: seven days are
/// working days in the Penalty Law, fifteen are not, while the Compulsion Law draws the line at ten. Immutable.
/// </summary>
/// <legal source="行政处罚法 第八十五条; 行政强制法 第六十九条; 行政复议法 第八十八条; 行政许可法 第八十二条"/>
public sealed class PeriodConvention
{
    private readonly HashSet<int> _lengths;
    private readonly int _upTo;

    internal PeriodConvention(LegalBasis basis, IEnumerable<int> workingLengths, int workingUpTo)
    {
        (Basis, _lengths, _upTo) = (basis, [.. workingLengths], workingUpTo);
    }

    /// <summary>The law, and the article that says which of its days are working days.</summary>
    public LegalBasis Basis { get; }

    /// <summary>The unit of a number of days in this law.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than one day.</exception>
    public PeriodUnit UnitOf(int days)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        return days <= _upTo || _lengths.Contains(days) ? PeriodUnit.WorkingDay : PeriodUnit.CalendarDay;
    }

    /// <summary>A period of days that an article of this law gives, in the unit of this law.</summary>
    /// <param name="days">1 or more.</param>
    /// <param name="article">The article that gives the period, such as "第六十一条".</param>
    public LegalPeriod Days(int days, string article) =>
        new(days, UnitOf(days), Basis with { Article = article });
}
