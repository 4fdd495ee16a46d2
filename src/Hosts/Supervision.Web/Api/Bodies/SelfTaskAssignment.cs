namespace Supervision.Web.Api;

/// <summary>A self-task to give to the subject of a notice.</summary>
/// <param name="Id">Id of the new task.</param>
/// <param name="NoticeId">Matter of the notice.</param>
/// <param name="MaterialId">What it is about, from the list of materials.</param>
internal sealed record SelfTaskAssignment(string Id, string NoticeId, string MaterialId);
