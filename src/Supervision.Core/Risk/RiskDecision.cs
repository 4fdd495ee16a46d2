using Supervision.Decisions;

namespace Supervision.Risk;

/// <summary>A subject's credit-risk class and the weight it carries into the next frame. Immutable.</summary>
/// <param name="SubjectId">The subject.</param>
/// <param name="AsOf">Civil date that the decision speaks for.</param>
/// <param name="Policy">The policy that decided.</param>
/// <param name="Class">The class.</param>
/// <param name="Weight">Weight in the next draw, 1 or more: a whole number without a unit.</param>
/// <param name="Explanation">Why it came out so.</param>
public sealed record RiskDecision(
    string SubjectId, DateOnly AsOf, PolicyReference Policy, CreditRiskClass Class, int Weight, Explanation Explanation);
