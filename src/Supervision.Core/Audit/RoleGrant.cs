namespace Supervision.Audit;

/// <summary>What somebody may do for an agency. Immutable.</summary>
/// <param name="ActorId">Person or system.</param>
/// <param name="AgencyId">The agency.</param>
/// <param name="Roles">Roles; none takes them all back.</param>
/// <param name="DivisionCode">Division whose subjects are seen, trailing zeros widen it; empty for all.</param>
public sealed record RoleGrant(string ActorId, string AgencyId, Roles Roles, string DivisionCode);
