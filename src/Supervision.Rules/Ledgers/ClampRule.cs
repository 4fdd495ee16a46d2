namespace Supervision.Rules.Ledgers;

/// <summary>The most and the least that a ledger can say. Immutable.</summary>
/// <param name="Min">Least, or null.</param>
/// <param name="Max">Most, or null.</param>
/// <param name="AtPost">Whether it cuts what is posted (what was cut never comes back), not just what is read.</param>
internal sealed record ClampRule(decimal? Min, decimal? Max, bool AtPost)
{
    public decimal Apply(decimal points) =>
        Max is { } max && points > max ? max : Min is { } min && points < min ? min : points;
}
