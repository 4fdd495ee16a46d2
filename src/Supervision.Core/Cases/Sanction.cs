using Supervision.Decisions;

namespace Supervision.Cases;

/// <summary>What a decision imposes, or a notice intends to. Immutable.</summary>
public sealed record Sanction
{
    private const PenaltyKind Mildest = PenaltyKind.Warning | PenaltyKind.Reprimand;

    /// <summary>A sanction.</summary>
    /// <param name="kinds">Kinds; fine and confiscations are there exactly when their amounts are above zero.</param>
    /// <param name="fine">Fine in yuan, two decimals.</param>
    /// <param name="gains">Confiscated gains in yuan.</param>
    /// <param name="goods">Value of the confiscated goods in yuan.</param>
    /// <param name="months">Months of a suspension, restriction or limit; 0 when there is none or no end.</param>
    public Sanction(PenaltyKind kinds, decimal fine = 0m, decimal gains = 0m, decimal goods = 0m, int months = 0) =>
        (Kinds, Fine, Gains, Goods, Months) = (kinds, fine, gains, goods, months);

    /// <summary>Kinds of penalty.</summary>
    public PenaltyKind Kinds { get; }

    /// <summary>Fine in yuan.</summary>
    public decimal Fine { get; }

    /// <summary>Confiscated gains in yuan.</summary>
    public decimal Gains { get; }

    /// <summary>Value of the confiscated goods in yuan.</summary>
    public decimal Goods { get; }

    /// <summary>Months of a suspension, restriction or limit; 0 when there is none or no end.</summary>
    public int Months { get; }

    /// <summary>Whether it is nothing but a warning.</summary>
    public bool IsWarningOnly => Kinds == PenaltyKind.Warning;

    /// <summary>Null when it is well-formed; SUP2371: no kind, or an amount without its kind; SUP2376: below zero, or more than two decimals.</summary>
    public Refusal? Check()
    {
        foreach (var (amount, kind) in Amounts())
        {
            if (amount < 0 || decimal.Round(amount, 2) != amount)
            {
                return Refusal.Of("SUP2376", Invariant.Text(amount));
            }

            if (amount > 0 != Kinds.HasFlag(kind))
            {
                return Refusal.Of("SUP2371", kind.ToString(), Invariant.Text(amount));
            }
        }

        return Kinds == PenaltyKind.None || Months < 0 ? Refusal.Of("SUP2371", Kinds.ToString(), "0") : null;
    }

    /// <summary>
    /// Whether it burdens the party more than another one in any respect: a higher amount, a longer time, or a kind that the other
    /// has not. Only a warning or a reprimand may step in for a heavier kind that was dropped.
    /// </summary>
    public bool IsHeavierThan(Sanction other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var added = Kinds & ~other.Kinds;
        var dropped = other.Kinds & ~Kinds & ~Mildest;
        return Fine > other.Fine || Gains > other.Gains || Goods > other.Goods
            || (added & ~Mildest) != PenaltyKind.None
            || (added != PenaltyKind.None && dropped == PenaltyKind.None)
            || LastsLongerThan(other);
    }

    // Without a number of months a restriction has no end: that is the longest.
    private bool LastsLongerThan(Sanction other) =>
        other.Months > 0 && (Kinds & Timed) != PenaltyKind.None && (Months == 0 || Months > other.Months);

    private static PenaltyKind Timed =>
        PenaltyKind.LicenceSuspension | PenaltyKind.ActivityRestriction | PenaltyKind.CareerLimit | PenaltyKind.BusinessSuspension;

    private IEnumerable<(decimal Amount, PenaltyKind Kind)> Amounts() =>
        [(Fine, PenaltyKind.Fine), (Gains, PenaltyKind.ConfiscationOfGains), (Goods, PenaltyKind.ConfiscationOfGoods)];
}
