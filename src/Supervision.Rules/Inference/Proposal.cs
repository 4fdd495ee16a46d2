using Supervision.Credit;
using Supervision.Decisions;

namespace Supervision.Rules.Inference;

/// <summary>
/// What a rule set believes to have found. It gives no points: an officer confirms it first, and the point notice that
/// follows cites rule set and rule. Immutable.
/// </summary>
/// <param name="SubjectId">About whom.</param>
/// <param name="AsOf">Civil date on which the facts stood so.</param>
/// <param name="RuleSet">The rule set with the hash of what ran: of a pack's bytes, or of an assembly's.</param>
/// <param name="Rule">Name of the rule inside the rule set.</param>
/// <param name="Fault">The fault proposed.</param>
/// <param name="Because">Why, down to the facts.</param>
public sealed record Proposal(
    string SubjectId, DateOnly AsOf, PolicyReference RuleSet, string Rule, CreditFault Fault, Explanation Because);
