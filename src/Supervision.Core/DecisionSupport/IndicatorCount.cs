namespace Supervision.DecisionSupport;

/// <summary>A count of one agency in one division. Immutable.</summary>
/// <param name="AgencyId">Agency; empty where the count belongs to none.</param>
/// <param name="DivisionCode">Division of the subject, or of the agency where there is no subject; empty when unknown.</param>
/// <param name="Count">How many.</param>
public sealed record IndicatorCount(string AgencyId, string DivisionCode, long Count);
