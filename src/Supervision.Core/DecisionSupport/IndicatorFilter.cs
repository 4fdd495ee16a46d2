namespace Supervision.DecisionSupport;

/// <summary>A condition on what is counted: a field has one of some values. Immutable.</summary>
/// <param name="Field">A field of the source, see <see cref="IndicatorFields"/>.</param>
/// <param name="Values">Values, any of which will do; at least one.</param>
public sealed record IndicatorFilter(string Field, IReadOnlyList<string> Values);
