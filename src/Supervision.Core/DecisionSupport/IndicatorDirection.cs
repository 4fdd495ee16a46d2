namespace Supervision.DecisionSupport;

/// <summary>What is better. Without a direction nothing is ranked: more visits for each officer is no achievement.</summary>
public enum IndicatorDirection
{
    /// <summary>Neither.</summary>
    None = 1,

    /// <summary>A higher value.</summary>
    Higher = 2,

    /// <summary>A lower value.</summary>
    Lower = 3,
}
