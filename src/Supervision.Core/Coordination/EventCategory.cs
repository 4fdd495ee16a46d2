namespace Supervision.Coordination;

/// <summary>A category of events that a centre takes in.</summary>
/// <param name="Code">Code.</param>
/// <param name="Name">Name.</param>
/// <param name="Field">Field of the agency that is competent.</param>
public sealed record EventCategory(string Code, string Name, string Field);
