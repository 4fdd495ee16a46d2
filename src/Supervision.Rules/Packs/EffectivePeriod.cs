namespace Supervision.Rules.Packs;

/// <summary>When a pack is in force: half-open, [from, to). Immutable.</summary>
/// <param name="From">First civil date.</param>
/// <param name="To">First civil date after it, or null while no end is set.</param>
public sealed record EffectivePeriod(DateOnly From, DateOnly? To)
{
    /// <summary>Whether the date lies in the period.</summary>
    public bool Contains(DateOnly date) => From <= date && (To is null || date < To);

    /// <summary>Whether the periods share a day.</summary>
    public bool Overlaps(EffectivePeriod other) =>
        (other.To is null || From < other.To) && (To is null || other.From < To);

    /// <summary>As in mathematics: [2026-01-01, 2027-01-01).</summary>
    public override string ToString() =>
        $"[{Invariant.Text(From)}, {(To is { } end ? Invariant.Text(end) : "…")})";
}
