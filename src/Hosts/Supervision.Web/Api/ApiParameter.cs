namespace Supervision.Web.Api;

/// <summary>Metadata of an endpoint: a parameter of its query or a header, for the description of the API.</summary>
/// <param name="Name">Name.</param>
/// <param name="Text">What it says.</param>
/// <param name="IsHeader">Whether it is a header.</param>
/// <param name="IsRequired">Whether the call is refused without it.</param>
internal sealed record ApiParameter(string Name, string Text, bool IsHeader = false, bool IsRequired = false);
