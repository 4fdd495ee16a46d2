namespace Supervision.Web.Api;

/// <summary>An item of the catalogue to choose from.</summary>
/// <param name="Code">Code.</param>
/// <param name="Name">Name as published.</param>
internal sealed record OfferedItem(string Code, string Name);
