using Supervision.Cases;
using Supervision.Decisions;

namespace Supervision.Lists;

/// <summary>A ground on which a subject is put on a list 列入情形. Immutable.</summary>
/// <param name="Kind">The list.</param>
/// <param name="Id">Identifier, unique on its list.</param>
/// <param name="Text">In the words of the provision.</param>
/// <param name="Basis">Provision, with the days on which it applies.</param>
/// <param name="Source">How it is known: read, secondary, assumed.</param>
public sealed record ListGround(ListKind Kind, string Id, string Text, LegalBasis Basis, string Source)
{
    /// <summary>Least and most days between the two letters that nobody answered; null where it asks for none.</summary>
    internal (int Least, int Most)? Letters { get; init; }

    /// <summary>The kinds of penalty one of which it asks for; a fine counts when it is in the heavier band. None where it asks for no penalty.</summary>
    internal PenaltyKind Penalties { get; init; }

    /// <summary>The credit-risk classes one of which it asks for; empty where it asks for none.</summary>
    internal IReadOnlyList<string> Classes { get; init; } = [];
}
