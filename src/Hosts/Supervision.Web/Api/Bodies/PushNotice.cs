namespace Supervision.Web.Api;

/// <summary>A notice to push to subjects.</summary>
/// <param name="Id">Id of the new matter.</param>
/// <param name="Title">Title.</param>
/// <param name="AgencyId">Agency that pushes.</param>
/// <param name="SubjectIds">Subjects, at most 5,000.</param>
/// <param name="Text">What it says.</param>
internal sealed record PushNotice(string Id, string Title, string AgencyId, IReadOnlyList<string> SubjectIds, string Text);
