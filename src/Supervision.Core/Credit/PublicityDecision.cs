using Supervision.Decisions;

namespace Supervision.Credit;

/// <summary>Whether a penalty is shown to the public on a day. Immutable.</summary>
/// <param name="IsShown">Whether it is.</param>
/// <param name="Policy">The policy that decided.</param>
/// <param name="Explanation">Why: which of several provisions goes first, and what each says.</param>
public sealed record PublicityDecision(bool IsShown, PolicyReference Policy, Explanation Explanation);
