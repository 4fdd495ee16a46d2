using System.Globalization;
using Supervision.Rules.Facts;

namespace Supervision.Rules.Policies;

/// <summary>
/// What became known later makes an issued result come out otherwise. The result stands as issued; this says what it would be
/// now, since when, and by what. Immutable.
/// </summary>
/// <param name="Decision">Name of the decision in the pack.</param>
/// <param name="AsOf">Civil date that the issued result spoke for.</param>
/// <param name="Old">What was issued, or the change before this one.</param>
/// <param name="New">What it comes to.</param>
/// <param name="KnownOn">Civil date by whose end it was known; <paramref name="AsOf"/> where the policy itself says otherwise than what was issued.</param>
/// <param name="Causes">Ids of the events recorded on that day, in order; empty where the policy itself says otherwise.</param>
public sealed record ResultChange(
    string Decision, DateOnly AsOf, Fact Old, Fact New, DateOnly KnownOn, IReadOnlyList<string> Causes)
{
    /// <summary>"2024-12-31 A → B, 2025-02-01: E-7".</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Packs.Invariant.Text(AsOf)} {Old} → {New}, {Packs.Invariant.Text(KnownOn)}: {string.Join(", ", Causes)}").TrimEnd(' ', ':');
}
