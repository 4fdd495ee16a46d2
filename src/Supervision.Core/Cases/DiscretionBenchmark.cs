using Supervision.Decisions;

namespace Supervision.Cases;

/// <summary>裁量基准: what a rule allows for a violation, and which part of its band belongs to which grade. Immutable.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Violation">The violation, as the rule words it.</param>
/// <param name="Kinds">Kinds of penalty that the rule has, besides warnings and confiscations.</param>
/// <param name="MinFine">Lowest statutory fine in yuan.</param>
/// <param name="MaxFine">Highest statutory fine in yuan.</param>
/// <param name="Grades">Lowest and highest fine of each grade, inclusive; reduced fines lie below <paramref name="MinFine"/>.</param>
/// <param name="Basis">The provision, with the days on which it applies.</param>
public sealed record DiscretionBenchmark(
    string Id,
    string Violation,
    PenaltyKind Kinds,
    decimal MinFine,
    decimal MaxFine,
    IReadOnlyDictionary<PenaltyGrade, (decimal Low, decimal High)> Grades,
    LegalBasis Basis)
{
    private const PenaltyKind Always =
        PenaltyKind.Warning | PenaltyKind.Reprimand | PenaltyKind.ConfiscationOfGains | PenaltyKind.ConfiscationOfGoods;

    /// <summary>
    /// Null when a sanction lies within the rule and its grade; SUP2331: the fine lies outside of the grade's part; SUP2332: the
    /// rule has no such kind; SUP2333: a reduced penalty without its ground.
    /// </summary>
    /// <param name="sanction">What is intended.</param>
    /// <param name="grade">Grade.</param>
    /// <param name="reducedFor">Ground for a fine below the minimum (行政处罚法 art. 32); may be empty for other grades.</param>
    public Refusal? Check(Sanction sanction, PenaltyGrade grade, string reducedFor)
    {
        ArgumentNullException.ThrowIfNull(sanction);
        if ((sanction.Kinds & ~(Kinds | Always)) is not PenaltyKind.None and var extra)
        {
            return Refusal.Of("SUP2332", Id, extra.ToString()).On(Basis);
        }

        if (grade == PenaltyGrade.Reduced)
        {
            return sanction.Fine >= MinFine
                ? Refusal.Of("SUP2331", Invariant.Text(sanction.Fine), grade.ToString(), "0", Invariant.Text(MinFine)).On(Basis)
                : string.IsNullOrWhiteSpace(reducedFor) ? Refusal.Of("SUP2333", Id).On(Basis) : null;
        }

        if (!sanction.Kinds.HasFlag(PenaltyKind.Fine))
        {
            return null;
        }

        var (low, high) = Grades.TryGetValue(grade, out var band) ? band : (MinFine, MaxFine);
        return sanction.Fine >= low && sanction.Fine <= high
            ? null
            : Refusal.Of("SUP2331", Invariant.Text(sanction.Fine), grade.ToString(), Invariant.Text(low), Invariant.Text(high)).On(Basis);
    }
}
