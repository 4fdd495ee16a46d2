namespace Supervision.DecisionSupport;

/// <summary>A figure that misses its target. Immutable.</summary>
/// <param name="Key">Agency or division; empty for the whole area.</param>
/// <param name="Value">Figure.</param>
/// <param name="Target">Target that it misses.</param>
public sealed record IndicatorWarning(string Key, IndicatorValue Value, IndicatorTarget Target)
{
    /// <summary>Whether the key is a division: an agency may be called by the code of its own.</summary>
    public bool IsArea { get; init; }
}
