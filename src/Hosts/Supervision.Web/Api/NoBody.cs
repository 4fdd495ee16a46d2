namespace Supervision.Web.Api;

/// <summary>The body of a command that needs nothing but its address: an empty object.</summary>
internal sealed record NoBody;
