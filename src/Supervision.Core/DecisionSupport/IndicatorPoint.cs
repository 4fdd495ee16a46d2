namespace Supervision.DecisionSupport;

/// <summary>A figure of one stretch of a series. Immutable.</summary>
/// <param name="From">First civil day.</param>
/// <param name="To">Last civil day.</param>
/// <param name="Value">Figure.</param>
public sealed record IndicatorPoint(DateOnly From, DateOnly To, IndicatorValue Value);
