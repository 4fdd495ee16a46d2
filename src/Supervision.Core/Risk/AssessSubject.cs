using Supervision.Credit;
using Supervision.Decisions;

namespace Supervision.Risk;

/// <summary>The pure step from a history to a standing.</summary>
public static class AssessSubject
{
    /// <summary>Evaluates credit, then risk, as of a civil date.</summary>
    /// <param name="subject">Subject and the class it starts from.</param>
    /// <param name="history">Credit history; null for an empty one.</param>
    /// <param name="cleanInspections">Recorded inspections without a finding.</param>
    /// <param name="credit">Credit policy.</param>
    /// <param name="risk">Risk policy.</param>
    /// <param name="asOf">Civil date.</param>
    public static SubjectStanding From(
        StandingRow subject,
        CreditHistory? history,
        int cleanInspections,
        ICreditPolicy credit,
        IRiskPolicy risk,
        DateOnly asOf)
    {
        var (_, score, assessed) = Judge(subject, history, cleanInspections, credit, risk, asOf);
        return Standing(subject, asOf, score, assessed);
    }

    /// <summary>The same step with the tree that explains it: the standing, its grade and points, its class, the evidence.</summary>
    /// <param name="subject">Subject and the class it starts from.</param>
    /// <param name="history">Credit history; null for an empty one.</param>
    /// <param name="cleanInspections">Recorded inspections without a finding.</param>
    /// <param name="credit">Credit policy.</param>
    /// <param name="risk">Risk policy.</param>
    /// <param name="asOf">Civil date.</param>
    public static Explanation Explain(
        StandingRow subject,
        CreditHistory? history,
        int cleanInspections,
        ICreditPolicy credit,
        IRiskPolicy risk,
        DateOnly asOf)
    {
        var (known, score, assessed) = Judge(subject, history, cleanInspections, credit, risk, asOf);
        return StandingExplanation.Of(Standing(subject, asOf, score, assessed), known, score, assessed);
    }

    /// <summary>What the risk policy looks at.</summary>
    public static RiskInput InputOf(
        StandingRow subject, CreditHistory history, int cleanInspections, CreditDecision score)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(score);
        return new RiskInput(
            subject.SubjectId,
            InitialWeighing.ClassOf(subject.DeliveredRiskClass),
            score.Grade,
            score.Points,
            score.Steps,
            history.Events.Any(e => e.Kind == CreditEventKind.CommitmentBreached && e.OccurredOn <= score.AsOf),
            cleanInspections);
    }

    private static (CreditHistory History, CreditDecision Score, RiskDecision Assessed) Judge(
        StandingRow subject, CreditHistory? history, int cleanInspections, ICreditPolicy credit, IRiskPolicy risk, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(credit);
        ArgumentNullException.ThrowIfNull(risk);
        history ??= new CreditHistory(subject.SubjectId, []);
        var score = credit.Evaluate(history, asOf);
        var assessed = risk.Assess(InputOf(subject, history, cleanInspections, score), asOf);
        return (history, score, assessed);
    }

    private static SubjectStanding Standing(StandingRow subject, DateOnly asOf, CreditDecision score, RiskDecision assessed) => new(
        subject.SubjectId, asOf, score.Points, score.Steps, score.CompositeScore, score.Grade, score.PersonLinked,
        assessed.Class, assessed.Weight, score.Policy, assessed.Policy);
}
