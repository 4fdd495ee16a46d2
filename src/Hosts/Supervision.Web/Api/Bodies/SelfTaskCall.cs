namespace Supervision.Web.Api;

/// <summary>A self-task for several subjects.</summary>
/// <param name="Id">Id of the call; each task gets a number behind it.</param>
/// <param name="MaterialId">What it is about, from the list of materials.</param>
/// <param name="AgencyId">Agency that calls.</param>
/// <param name="SubjectIds">Subjects.</param>
/// <param name="DueOn">Last day.</param>
internal sealed record SelfTaskCall(string Id, string MaterialId, string AgencyId, IReadOnlyList<string> SubjectIds, DateOnly DueOn);
