namespace Supervision.Cases;

/// <summary>
/// What a party owes on a fine on a civil day: fine, surcharge, payments. Payments go to the fine first; the surcharge is a share of
/// what was due and unpaid for each day, is not counted during a review or a suit, and never goes above its cap. Yuan with two
/// decimals, fractions of a fen are cut off. Immutable; thread-safe.
/// </summary>
/// <legal source="行政处罚法" article="第六十六、六十七、七十二、七十三条" inForceFrom="2021-07-15" />
public sealed class FineAccount
{
    private readonly IReadOnlyList<Payment> _payments;
    private readonly decimal _fine;

    private FineAccount(decimal fine, IReadOnlyList<Payment> payments, decimal surcharge, int days, bool isCapped, DateOnly? payBy)
    {
        (_fine, _payments) = (fine, payments);
        (Fine, Surcharge, SurchargeDays, IsCapped, PayBy) = (fine, surcharge, days, isCapped, payBy);
        Paid = payments.Sum(payment => payment.Amount);
    }

    /// <summary>The fine.</summary>
    public decimal Fine { get; }

    /// <summary>Paid up to the day.</summary>
    public decimal Paid { get; }

    /// <summary>加处罚款 up to the day, that day included.</summary>
    public decimal Surcharge { get; }

    /// <summary>Days for which a surcharge was counted.</summary>
    public int SurchargeDays { get; }

    /// <summary>Whether the surcharge has reached its cap.</summary>
    public bool IsCapped { get; }

    /// <summary>Last day of the first part that is not paid; null when nothing is due or the decision is not served.</summary>
    public DateOnly? PayBy { get; }

    /// <summary>What is still to be paid.</summary>
    public decimal Owed => Fine + Surcharge - Paid;

    /// <summary>Day on which the fine itself was paid in full, or null.</summary>
    public DateOnly? PaidOffOn => _fine > 0 ? Reached(_fine) : null;

    /// <summary>The account of a case on a day. Pure.</summary>
    /// <param name="penaltyCase">Case; nothing is owed before its decision is served.</param>
    /// <param name="law">What it is judged by.</param>
    /// <param name="asOf">The day, included.</param>
    /// <exception cref="Time.CalendarNotPublishedException">The last day to pay lies in a year without a calendar.</exception>
    public static FineAccount Of(PenaltyCase penaltyCase, CaseLaw law, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(penaltyCase);
        ArgumentNullException.ThrowIfNull(law);
        var fine = penaltyCase.IsFined ? penaltyCase.Decision!.Sanction.Fine : 0m;
        List<Payment> payments = [.. penaltyCase.Payments.Where(payment => payment.On <= asOf)];
        if (fine == 0 || penaltyCase.Service is not { On: var served })
        {
            return new FineAccount(fine, payments, 0, 0, false, null);
        }

        var parts = penaltyCase.Instalments.Count > 0
            ? penaltyCase.Instalments
            : [new Instalment(law.Clock.Due(law.Procedure.Period("pay", served), served).Due, fine)];
        var daily = law.Procedure.Number("surcharge.daily", served).Value;
        var cap = law.Procedure.Number("surcharge.cap", served).Value * fine;
        var (sum, days) = (0m, 0);
        for (var day = parts[0].DueOn.AddDays(1); day <= asOf && sum < cap; day = day.AddDays(1))
        {
            var unpaid = Math.Min(fine, parts.Where(part => part.DueOn < day).Sum(part => part.Amount)) - Before(payments, day);
            if (unpaid > 0 && !penaltyCase.Remedies.Any(remedy => remedy.From <= day && (remedy.To is null || day <= remedy.To)))
            {
                (sum, days) = (Math.Min(cap, sum + (unpaid * daily)), days + 1);
            }
        }

        var account = new FineAccount(fine, payments, decimal.Round(sum, 2, MidpointRounding.ToZero), days, sum == cap, null);
        return new FineAccount(
            fine, payments, account.Surcharge, days, account.IsCapped,
            parts.FirstOrDefault(part => account.MetOn(part.DueOn, parts) is null)?.DueOn);
    }

    /// <summary>Day on which everything due up to a day was paid, or null.</summary>
    internal DateOnly? MetOn(DateOnly dueOn, IReadOnlyList<Instalment> parts) =>
        Reached(Math.Min(_fine, parts.Where(part => part.DueOn <= dueOn).Sum(part => part.Amount)));

    private static decimal Before(List<Payment> payments, DateOnly day) =>
        payments.Where(payment => payment.On < day).Sum(payment => payment.Amount);

    private DateOnly? Reached(decimal amount)
    {
        var sum = 0m;
        foreach (var payment in _payments)
        {
            sum += payment.Amount;
            if (sum >= amount)
            {
                return payment.On;
            }
        }

        return null;
    }
}
