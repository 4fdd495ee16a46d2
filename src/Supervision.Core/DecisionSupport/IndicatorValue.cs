namespace Supervision.DecisionSupport;

/// <summary>A figure with both counts behind it. Immutable.</summary>
/// <param name="Numerator">What is divided.</param>
/// <param name="Denominator">By what.</param>
public sealed record IndicatorValue(long Numerator, long Denominator)
{
    /// <summary>The quotient; null where there is nothing to divide by.</summary>
    public decimal? Quotient => Denominator == 0 ? null : (decimal)Numerator / Denominator;
}
