using Supervision.Rules.Decisions;

namespace Supervision.Rules.Packs;

/// <summary>One output of one decision, as a binding names it.</summary>
internal sealed record DecisionOutput(PackDecision Decision, int Output);
