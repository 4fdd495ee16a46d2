using Supervision.Decisions;
using Supervision.Rules.Facts;

namespace Supervision.Rules.Decisions;

/// <summary>What one decision made of a case. Immutable.</summary>
/// <param name="Decision">The decision.</param>
/// <param name="Values">Its outputs; empty where no row matched.</param>
/// <param name="Why">Builds the explanation.</param>
internal sealed record DecisionResult(PackDecision Decision, IReadOnlyList<Fact> Values, Func<Explanation> Why)
{
    /// <summary>The word for a case that no row matches.</summary>
    public const string NoRow = "noRow";

    /// <summary>The case that no row matches, or null.</summary>
    public string? Gap { get; init; }

    /// <summary>The grade that would be, while an earlier one is held; absent otherwise.</summary>
    public Fact Pending { get; init; }

    public Fact Value(int output) => Gap is null ? Values[output] : Fact.Of(NoRow);

    public static DecisionResult WithoutRow(PackDecision decision, string gap) =>
        new(decision, [], () => Explanation.Of(Message.Of("rules.noRow", decision.Name, gap))) { Gap = gap };
}
