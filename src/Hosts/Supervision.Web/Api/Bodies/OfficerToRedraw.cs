namespace Supervision.Web.Api;

/// <summary>A drawn officer who cannot come.</summary>
/// <param name="TaskId">Task.</param>
/// <param name="OfficerId">Officer.</param>
/// <param name="Reason">Why.</param>
/// <param name="Approver">Who approved it.</param>
internal sealed record OfficerToRedraw(string TaskId, string OfficerId, string Reason, string Approver);
