namespace Supervision.DecisionSupport;

/// <summary>The result of a fair-draw audit. Immutable.</summary>
/// <param name="Tests">All tests; those without anything to test have no probability.</param>
/// <param name="Redrawn">Subjects and officers who were replaced after a draw.</param>
/// <param name="Drawn">Subjects drawn, repeats counted.</param>
public sealed record FairDrawReport(IReadOnlyList<FairnessTest> Tests, long Redrawn, long Drawn)
{
    /// <summary>
    /// The tests that ask for an explanation, so that honest draws raise even one of them with at most this probability
    /// (Holm's correction for asking several questions at once).
    /// </summary>
    /// <param name="significance">Above 0 and below 1, such as 0.01.</param>
    public IReadOnlyList<FairnessTest> Suspicious(double significance) => Holm.Suspicious(Tests, significance);
}
