using Supervision.Risk;

namespace Supervision.Rules.Decisions;

/// <summary>The names under which a table of a risk pack sees a <see cref="RiskInput"/>.</summary>
internal static class RiskFacts
{
    private static readonly ColumnType s_letter = ColumnType.OfWords(Letter.All);

    public static Dictionary<string, ColumnType> Types { get; } = new(StringComparer.Ordinal)
    {
        ["current"] = s_letter,
        ["grade"] = s_letter,
        ["points"] = ColumnType.AnyNumber,
        ["steps"] = ColumnType.AnyNumber,
        ["breach"] = ColumnType.Boolean,
        ["clean"] = ColumnType.AnyNumber,
    };

    public static Func<RiskInput, RuleValue> Find(string name) => name switch
    {
        "current" => input => RuleValue.Of(Letter.All[(int)input.CurrentClass - 1]),
        "grade" => input => RuleValue.Of(Letter.All[(int)input.Grade - 1]),
        "points" => input => RuleValue.Of(input.Points),
        "steps" => input => RuleValue.Of((decimal)input.StepsReached),
        "breach" => input => RuleValue.Of(input.CommitmentBreached),
        "clean" => input => RuleValue.Of((decimal)input.CleanInspections),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "Not a fact of a risk assessment."),
    };
}
