using Supervision.Rules.Facts;

namespace Supervision.Rules.Policies;

/// <summary>One result of a policy. Immutable.</summary>
/// <param name="Name">Name of the decision's output, or of the typed output, in the pack.</param>
/// <param name="Kind">"decision", or the type of an output: grade, amount, list, every, times, ratio.</param>
/// <param name="Value">The value; the word <c>noRow</c> for a case that no row matches.</param>
/// <param name="Pending">The grade that would be, while an earlier one is held; absent otherwise.</param>
/// <param name="Gap">The case that no row matches, or null.</param>
/// <param name="Unit">Unit of an amount, population of a ratio, or "".</param>
/// <param name="AppliesTo">"now", or "nextPeriod".</param>
public sealed record PolicyResult(
    string Name, string Kind, Fact Value, Fact Pending, string? Gap, string Unit = "", string AppliesTo = "now");
