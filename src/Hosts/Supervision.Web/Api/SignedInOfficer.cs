namespace Supervision.Web.Api;

/// <summary>Who is signed in.</summary>
/// <param name="Id">Person.</param>
/// <param name="AgencyId">Agency acted for.</param>
/// <param name="Roles">Roles granted there at this moment, by name.</param>
/// <param name="Officer">The person's certificate; null for somebody who is no registered officer.</param>
internal sealed record SignedInOfficer(string Id, string AgencyId, string Roles, OfficerCard? Officer);
