using Supervision.Rules.Packs;

namespace Supervision.Rules.Ledgers;

/// <summary>Reaching a size takes a step in another ledger.</summary>
/// <param name="Size">How many points are full. More than 0.</param>
/// <param name="Inclusive">Whether exactly the size is full.</param>
/// <param name="Mode">Ratchet or level.</param>
/// <param name="Lasts">How long a step is in force; unused in mode level.</param>
/// <param name="On">The ledger that the step goes to.</param>
/// <param name="Points">What a step posts there.</param>
internal sealed record FullRule(Amount Size, bool Inclusive, FullMode Mode, Period Lasts, string On, Amount Points)
{
    public bool IsReached(decimal points, decimal size) => Inclusive ? points >= size : points > size;
}
