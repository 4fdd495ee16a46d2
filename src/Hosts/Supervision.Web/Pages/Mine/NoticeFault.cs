namespace Supervision.Web.Pages.Mine;

/// <summary>One fault of a point notice, as its subject reads it. Immutable.</summary>
/// <param name="Text">The point of the checklist and what was seen.</param>
/// <param name="Severity">slight, ordinary, heavier or serious; null where it was not scored.</param>
/// <param name="Points">What was posted for it; null where nothing was.</param>
internal sealed record NoticeFault(string Text, string? Severity, decimal? Points);
