namespace Supervision.Credit;

/// <summary>Turns a history into a credit decision. Pure: equal arguments give equal decisions. Thread-safe.</summary>
public interface ICreditPolicy
{
    /// <summary>Scores one subject as of the end of a civil day.</summary>
    CreditDecision Evaluate(CreditHistory history, DateOnly asOf);
}
