namespace Supervision.DecisionSupport;

/// <summary>What is asked of the indicators. Immutable.</summary>
/// <param name="From">First civil day.</param>
/// <param name="To">Last civil day; days that have not come yet are left out.</param>
public sealed record IndicatorRequest(DateOnly From, DateOnly To)
{
    /// <summary>Most points of a series.</summary>
    public const int MostPoints = 60;

    /// <summary>Codes of indicators; empty for all.</summary>
    public IReadOnlyList<string> Codes { get; init; } = [];

    /// <summary>How long a point is.</summary>
    public IndicatorGrain Grain { get; init; } = IndicatorGrain.Month;

    /// <summary>Division whose figures are asked for, six digits, trailing zeros widen it; empty for all that the actor sees.</summary>
    public string Area { get; init; } = "";
}
