namespace Supervision.DecisionSupport;

/// <summary>A value that an indicator should reach, with who said so and since when. Immutable.</summary>
/// <param name="Value">Value.</param>
/// <param name="From">First civil day on which it applies.</param>
/// <param name="Source">Who set it.</param>
public sealed record IndicatorTarget(decimal Value, DateOnly From, string Source);
