namespace Supervision.DecisionSupport;

/// <summary>How long a point of a series is.</summary>
public enum IndicatorGrain
{
    /// <summary>A month.</summary>
    Month = 1,

    /// <summary>A quarter.</summary>
    Quarter = 2,

    /// <summary>A year.</summary>
    Year = 3,
}
