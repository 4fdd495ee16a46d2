namespace Supervision.DecisionSupport;

/// <summary>How often drawn officers were replaced in an agency. Immutable.</summary>
/// <param name="AgencyId">Agency.</param>
/// <param name="Redrawn">Officers replaced.</param>
/// <param name="Visits">Inspections.</param>
/// <param name="PValue">Probability of so many at the rate of the other agencies, 0 to 1; null where there is no other.</param>
public sealed record RedrawRate(string AgencyId, int Redrawn, int Visits, double? PValue);
