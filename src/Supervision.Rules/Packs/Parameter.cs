using Supervision.Decisions;

namespace Supervision.Rules.Packs;

/// <summary>A number of the policy, by date and optionally by key: points per severity, ratio per class.</summary>
/// <param name="Name">Name in the pack.</param>
/// <param name="Values">Its values, oldest first, at least one.</param>
internal sealed record Parameter(string Name, IReadOnlyList<ParameterValue> Values)
{
    /// <summary>Between the keys of one value, so that a message reads 点值[a][b].</summary>
    public const string Between = "][";

    /// <summary>Whether it holds periods, not numbers.</summary>
    public bool IsPeriod => Values.Any(value => value.Periods.Count > 0);

    /// <summary>The value in force on a date, or null before the first one.</summary>
    public ParameterValue? On(DateOnly date)
    {
        for (var at = Values.Count - 1; at >= 0; at--)
        {
            if (Values[at].From <= date)
            {
                return Values[at];
            }
        }

        return null;
    }

    /// <summary>The number in force on a date under a key ("" when the parameter has none), with its basis.</summary>
    /// <exception cref="RuleEvaluationException">SUP5052: there is none; a missing number is never zero.</exception>
    public (decimal Number, LegalBasis Basis) Get(DateOnly date, string key = "")
    {
        var value = On(date);
        return value is not null && value.Numbers.TryGetValue(key, out var number)
            ? (number, value.Basis)
            : throw new RuleEvaluationException(
                "SUP5052", key.Length == 0 ? Name : $"{Name}[{key}]", Invariant.Text(date));
    }

    /// <summary>The period in force on a date under a key ("" when the parameter has none), with its basis.</summary>
    /// <exception cref="RuleEvaluationException">SUP5052: there is none.</exception>
    public (Period Period, LegalBasis Basis) GetPeriod(DateOnly date, string key = "")
    {
        var value = On(date);
        return value is not null && value.Periods.TryGetValue(key, out var period)
            ? (period, value.Basis)
            : throw new RuleEvaluationException(
                "SUP5052", key.Length == 0 ? Name : $"{Name}[{key}]", Invariant.Text(date));
    }
}
