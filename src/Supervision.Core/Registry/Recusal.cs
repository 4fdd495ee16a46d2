namespace Supervision.Registry;

/// <summary>A recusal 回避: this officer may not handle this subject (行政处罚法 art. 43).</summary>
/// <param name="OfficerId">Officer.</param>
/// <param name="SubjectId">Subject.</param>
/// <param name="Reason">Why, as decided by the head of the agency.</param>
/// <param name="DecidedOn">Date of the decision; it holds from that day on.</param>
public sealed record Recusal(string OfficerId, string SubjectId, string Reason, DateOnly DecidedOn);
