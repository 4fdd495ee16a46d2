using Supervision.Decisions;

namespace Supervision.Risk;

/// <summary>
/// A subject's credit-risk class and the weight it carries into the next frame. Immutable; thread-safe. The explanation is built when
/// it is first read, so that assessing a million subjects does not build a million trees.
/// </summary>
/// <param name="explain">Builds the explanation. Must be pure.</param>
public sealed class RiskDecision(Func<Explanation> explain)
{
    private Explanation? _explanation;

    /// <summary>The subject.</summary>
    public required string SubjectId { get; init; }

    /// <summary>Civil date that the decision speaks for.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The policy that decided.</summary>
    public required PolicyReference Policy { get; init; }

    /// <summary>The class.</summary>
    public required CreditRiskClass Class { get; init; }

    /// <summary>Weight in the next draw, 1 or more: a whole number without a unit.</summary>
    public required int Weight { get; init; }

    /// <summary>Why it came out so.</summary>
    public Explanation Explanation => _explanation ??= explain();
}
