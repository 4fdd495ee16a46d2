namespace Supervision.Risk;

/// <summary>Assesses a credit-risk class. Pure: equal arguments give equal decisions. Thread-safe.</summary>
public interface IRiskPolicy
{
    /// <summary>Assesses one subject as of a civil day.</summary>
    RiskDecision Assess(RiskInput input, DateOnly asOf);
}
