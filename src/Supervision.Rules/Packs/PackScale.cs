using Supervision.Rules.Facts;

namespace Supervision.Rules.Packs;

/// <summary>Grades in order, best first, and the values that stand outside of the order. Each scale is a type of its own. Immutable.</summary>
/// <param name="Name">Name in the pack.</param>
/// <param name="Order">Grades, best first.</param>
/// <param name="Outside">Values such as 不评 that no grade is compared with.</param>
internal sealed record PackScale(string Name, IReadOnlyList<string> Order, IReadOnlyList<string> Outside)
{
    public IReadOnlyList<string> Words { get; } = [.. Order, .. Outside];

    public FactType Type => FactType.OfWords(Words) with { Scale = Name };

    /// <summary>Place in the order, 0 for the best; -1 outside.</summary>
    public int Rank(string grade)
    {
        for (var at = 0; at < Order.Count; at++)
        {
            if (string.Equals(Order[at], grade, StringComparison.Ordinal))
            {
                return at;
            }
        }

        return -1;
    }
}
