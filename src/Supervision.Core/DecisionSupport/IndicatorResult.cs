namespace Supervision.DecisionSupport;

/// <summary>An indicator over a period: the figure, how it went, who stands where, what misses the target. Immutable.</summary>
/// <param name="Definition">By which definition.</param>
/// <param name="SetHash">Hash of the document that it comes from.</param>
/// <param name="AsOf">Civil day on whose records the figures rest.</param>
/// <param name="Total">The whole period.</param>
/// <param name="Series">In order of time.</param>
/// <param name="Agencies">By rank, then those without one; empty where it belongs to no agency.</param>
/// <param name="Areas">Divisions, by rank, then those without one.</param>
/// <param name="Warnings">What misses the target.</param>
public sealed record IndicatorResult(
    IndicatorDefinition Definition,
    string SetHash,
    DateOnly AsOf,
    IndicatorValue Total,
    IReadOnlyList<IndicatorPoint> Series,
    IReadOnlyList<IndicatorRank> Agencies,
    IReadOnlyList<IndicatorRank> Areas,
    IReadOnlyList<IndicatorWarning> Warnings);
