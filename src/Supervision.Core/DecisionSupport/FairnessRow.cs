namespace Supervision.DecisionSupport;

/// <summary>One group in a test of fairness: what was expected and what happened. Immutable.</summary>
/// <param name="Group">The group.</param>
/// <param name="Eligible">How often a member of the group could have been drawn, over all draws.</param>
/// <param name="Expected">How often chance draws a member, given how many were drawn from each cell.</param>
/// <param name="Drawn">How often one was drawn.</param>
/// <param name="PValue">
/// Probability that chance alone goes at least as far for this group, 0 to 1; null where chance had no choice.
/// </param>
public sealed record FairnessRow(string Group, long Eligible, double Expected, long Drawn, double? PValue);
