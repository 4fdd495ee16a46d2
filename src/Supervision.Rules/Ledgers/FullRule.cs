using Supervision.Rules.Packs.Expressions;
using Supervision.Rules.Packs;

namespace Supervision.Rules.Ledgers;

/// <summary>Reaching a size takes a step: points in another ledger, a rung of a ladder, or both. Immutable.</summary>
/// <param name="Size">How many points are full. More than 0.</param>
/// <param name="Inclusive">Whether exactly the size is full.</param>
/// <param name="Mode">Ratchet or level.</param>
/// <param name="Drops">Whether a step uses all points, not just the size.</param>
/// <param name="Lasts">How long a step is in force; unused in mode level.</param>
/// <param name="Effect">What a step posts elsewhere, or null.</param>
/// <param name="Rungs">The ladder that steps climb, or null.</param>
internal sealed record FullRule(
    RuleExpression Size, bool Inclusive, FullMode Mode, bool Drops, Period Lasts, FullEffect? Effect, RungRule? Rungs)
{
    public bool IsReached(decimal points, decimal size) => Inclusive ? points >= size : points > size;
}
