namespace Supervision.Web.Api;

/// <summary>A rule pack as a file.</summary>
/// <param name="File">Name of the file, for the places of errors.</param>
/// <param name="Text">The pack, to the letter.</param>
internal sealed record PackText(string File, string Text);
