namespace Supervision.Audit;

/// <summary>Who acts: named in every journal entry. Hosts authenticate; Core only records and checks.</summary>
/// <param name="Id">Person or system, an identifier.</param>
/// <param name="AgencyId">The agency acted for, an identifier.</param>
public sealed record Actor(string Id, string AgencyId);
