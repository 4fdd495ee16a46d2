namespace Supervision.DecisionSupport;

/// <summary>One count: a source and the conditions on it, all of which hold. Immutable.</summary>
/// <param name="Source">What is counted.</param>
/// <param name="Filters">Conditions; empty for none.</param>
public sealed record IndicatorMeasure(IndicatorSource Source, IReadOnlyList<IndicatorFilter> Filters)
{
    /// <summary>Whether it belongs to an agency, or to an area only.</summary>
    public bool IsOfAgency => Source is not (IndicatorSource.Doors or IndicatorSource.CreditEvents or IndicatorSource.Readings);

    /// <summary>The same text for the same count.</summary>
    public string Key => $"{Source}:{string.Join('&', Filters.Select(filter => $"{filter.Field}={string.Join('|', filter.Values)}"))}";
}
