using Supervision.Hashing;

namespace Supervision.Web.Api;

/// <summary>A drawn subject that cannot be inspected.</summary>
/// <param name="SubjectId">Subject.</param>
/// <param name="Reason">Why.</param>
/// <param name="Approver">Who approved it.</param>
/// <param name="Evidence">SHA-256 of the evidence, or null.</param>
internal sealed record SubjectToReplace(string SubjectId, string Reason, string Approver, Digest? Evidence);
