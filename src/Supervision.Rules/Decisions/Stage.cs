using Supervision.Decisions;
using Supervision.Rules.Packs.Expressions;

namespace Supervision.Rules.Decisions;

/// <summary>One stage on the way from numbers to a grade. Immutable.</summary>
/// <param name="Name">Name for explanations.</param>
/// <param name="Verb">table, set, atMost, atLeast or hold.</param>
/// <param name="Operand">The decision above, or the grade; "previous" for hold.</param>
/// <param name="When">When it applies, or null for always.</param>
/// <param name="IsFinal">Whether the stages below are skipped when it applies.</param>
/// <param name="Basis">The provision behind it.</param>
internal sealed record Stage(string Name, string Verb, string Operand, RuleExpression? When, bool IsFinal, LegalBasis Basis);
