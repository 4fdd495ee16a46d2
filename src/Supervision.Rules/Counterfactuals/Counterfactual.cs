using Supervision.Rules.Policies;

namespace Supervision.Rules.Counterfactuals;

/// <summary>A smallest set of changes that gives what is wanted; no proper subset of it does. Immutable.</summary>
/// <param name="Changes">The changes, oldest entry first.</param>
/// <param name="Decision">The decision with all of them applied, as the policy itself makes it.</param>
public sealed record Counterfactual(IReadOnlyList<Change> Changes, PolicyDecision Decision);
