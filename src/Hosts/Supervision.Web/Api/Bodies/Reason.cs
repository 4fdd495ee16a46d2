namespace Supervision.Web.Api;

/// <summary>Why, in words that are kept.</summary>
/// <param name="Text">The reason.</param>
internal sealed record Reason(string Text);
