namespace Supervision.DecisionSupport;

/// <summary>A line of a ranking. Immutable.</summary>
/// <param name="Key">Agency, or division of six digits.</param>
/// <param name="Value">Figure.</param>
/// <param name="Rank">Place from 1, equal figures share one; null where the denominator is too small or nothing is better.</param>
public sealed record IndicatorRank(string Key, IndicatorValue Value, int? Rank);
