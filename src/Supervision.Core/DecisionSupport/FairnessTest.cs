namespace Supervision.DecisionSupport;

/// <summary>One test of a fair-draw audit. Immutable.</summary>
/// <param name="Kind">What is tested.</param>
/// <param name="Attribute">The attribute that makes the groups; empty for tests without groups.</param>
/// <param name="Statistic">χ² of all groups, z of a runs test, or the number of repeated pairs.</param>
/// <param name="Freedom">Degrees of freedom of χ²; 0 for the others.</param>
/// <param name="PValue">
/// Probability that an honest draw goes at least as far, 0 to 1; null where there is nothing to test. Small values ask for an
/// explanation, they do not prove anything.
/// </param>
/// <param name="Rows">The groups, by name; empty for tests without groups.</param>
public sealed record FairnessTest(
    FairnessTestKind Kind, string Attribute, double Statistic, int Freedom, double? PValue, IReadOnlyList<FairnessRow> Rows);
