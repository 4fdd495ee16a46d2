using Supervision.Decisions;

namespace Supervision.Lists;

/// <summary>A joint measure that follows from a list by itself. Immutable.</summary>
/// <param name="Id">Identifier, unique on its list.</param>
/// <param name="Title">What is restricted, in a line.</param>
/// <param name="Fields">Fields whose agencies carry it out, each the nearest to the subject.</param>
/// <param name="Basis">Provision.</param>
internal sealed record FollowingMeasure(string Id, string Title, IReadOnlyList<string> Fields, LegalBasis Basis);
