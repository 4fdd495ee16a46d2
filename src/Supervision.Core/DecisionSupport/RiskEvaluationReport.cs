namespace Supervision.DecisionSupport;

/// <summary>What an evaluation of the risk class found. In each test "drawn" stands for "a problem was found". Immutable.</summary>
/// <param name="Visits">Inspections that count.</param>
/// <param name="RiskClass">The class alone, as it is usually published.</param>
/// <param name="Adjusted">The class among inspections by the same officer in the same season.</param>
/// <param name="Confounders">Officer, station and season, each among inspections alike in the others.</param>
public sealed record RiskEvaluationReport(
    long Visits, FairnessTest RiskClass, FairnessTest Adjusted, IReadOnlyList<FairnessTest> Confounders)
{
    /// <summary>Confounders that ask for an explanation; honest inspections raise one of them with at most this probability (Holm).</summary>
    /// <param name="significance">Above 0 and below 1, such as 0.01.</param>
    public IReadOnlyList<FairnessTest> Suspicious(double significance) => Holm.Suspicious(Confounders, significance);

    /// <summary>Whether the class seems to tell something that it no longer tells once officer and season are held equal.</summary>
    public bool IsConfounded(double significance) => RiskClass.PValue <= significance && !(Adjusted.PValue <= significance);
}
