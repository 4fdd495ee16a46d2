namespace Supervision.Web.Api;

/// <summary>A notice of the State Council on holidays, as a calendar file.</summary>
/// <param name="Content">The file, to the letter.</param>
internal sealed record CalendarText(string Content);
