using Supervision.Decisions;
using Supervision.Time;

namespace Supervision.Matters;

/// <summary>How long a matter may stand in a state. Immutable.</summary>
/// <param name="Key">Key, such as "Event.Complaint.Dispatched".</param>
/// <param name="Length">Length.</param>
/// <param name="Unit">Unit; null for hours, which run day and night.</param>
/// <param name="FromOpening">Whether it counts from the opening of the matter instead of from the step.</param>
/// <param name="Basis">Provision, with the days on which it applies.</param>
/// <param name="Source">How it is known: read, excerpt, assumed.</param>
public sealed record MatterPeriod(string Key, int Length, PeriodUnit? Unit, bool FromOpening, LegalBasis Basis, string Source)
{
    /// <summary>The fact that holds the last day, where something else has counted it: a rule pack, an order; null where length and unit count.</summary>
    public string? DayFact { get; init; }
}
