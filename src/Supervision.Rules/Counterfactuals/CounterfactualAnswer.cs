using Supervision.Decisions;
using Supervision.Rules.Policies;

namespace Supervision.Rules.Counterfactuals;

/// <summary>What would have to be different for another result, and how far was looked. Immutable.</summary>
public sealed record CounterfactualAnswer
{
    /// <summary>The decision as it is.</summary>
    public required PolicyDecision Decision { get; init; }

    /// <summary>Name of the result that was asked about.</summary>
    public required string Result { get; init; }

    /// <summary>Value that is wanted.</summary>
    public required string Wanted { get; init; }

    /// <summary>What was allowed to change.</summary>
    public required ChangeKind Kind { get; init; }

    /// <summary>The smallest sets of changes, most recent entries last; empty when the result is as wanted, or when none was found.</summary>
    public required IReadOnlyList<Counterfactual> Found { get; init; }

    /// <summary>How many single changes there are to choose from.</summary>
    public required int Candidates { get; init; }

    /// <summary>Sets of up to so many changes were all tried.</summary>
    public required int TriedUpTo { get; init; }

    /// <summary>Decisions that were made to find out.</summary>
    public required int Decisions { get; init; }

    /// <summary>Whether the search ended by itself: no limit on decisions or sets found stopped it.</summary>
    public required bool IsExhaustive { get; init; }

    /// <summary>The first civil date after the decision on which the result is as wanted if nothing more happens, or null.</summary>
    public required DateOnly? ByTimeAlone { get; init; }

    /// <summary>Whether the result is as wanted already.</summary>
    public bool IsAlready => string.Equals(Decision.Result(Result).Value.ToString(), Wanted, StringComparison.Ordinal);

    /// <summary>The answer as a tree, in zh-CN and English.</summary>
    public Explanation Explanation => CounterfactualExplanation.Of(this);
}
