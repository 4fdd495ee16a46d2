namespace Supervision.Sampling;

/// <summary>The weight of a subject that no assessment has looked at yet. Pure; called once a subject of a frame.</summary>
public interface IInitialWeighing
{
    /// <summary>Tier and weight for a delivered credit-risk class "A" to "D", or null when none was delivered.</summary>
    SubjectWeight For(string? deliveredRiskClass, DateOnly date);
}
