namespace Supervision.DecisionSupport;

/// <summary>How an indicator is read.</summary>
public enum IndicatorUnit
{
    /// <summary>A share, 0 to 1, shown in percent.</summary>
    Share = 1,

    /// <summary>So many for each one of the denominator.</summary>
    Ratio = 2,
}
