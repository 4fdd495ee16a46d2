namespace Supervision.Credit;

/// <summary>Turns a history into a credit decision. Pure: equal arguments give equal decisions. Thread-safe.</summary>
public interface ICreditPolicy
{
    /// <summary>Scores one subject as of the end of a civil day.</summary>
    CreditDecision Evaluate(CreditHistory history, DateOnly asOf);

    /// <summary>What the version in force on a civil day says beforehand: what tasks give back, when commitments are checked.</summary>
    CreditTerms Terms(DateOnly on);
}
