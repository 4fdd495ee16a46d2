namespace Supervision.Web.Api;

/// <summary>An officer stays away from a subject.</summary>
/// <param name="SubjectId">Subject.</param>
/// <param name="Reason">Why.</param>
internal sealed record RecusalToDecide(string SubjectId, string Reason);
