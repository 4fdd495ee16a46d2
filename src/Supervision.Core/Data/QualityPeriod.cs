using Supervision.Time;

namespace Supervision.Data;

/// <summary>How long after the other field; the rule's source is that of the period.</summary>
/// <param name="Length">Above 0.</param>
/// <param name="Unit">Unit.</param>
public sealed record QualityPeriod(int Length, PeriodUnit Unit);
