using Supervision.Credit;
using Supervision.Risk;

namespace Supervision.Storage.Views;

/// <summary>Where a subject stands, as a context of yours may query it; a subject that was never assessed has none. Of all agencies.</summary>
/// <remarks>Without the points: what they mean needs the explanation, which <see cref="IStandingStore"/> gives.</remarks>
public sealed record StandingView
{
    /// <summary>Id of the subject.</summary>
    public required string SubjectId { get; init; }

    /// <summary>Civil date of the assessment.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>Composite grade of credit.</summary>
    public required CompositeCreditGrade Grade { get; init; }

    /// <summary>Class of credit risk.</summary>
    public required CreditRiskClass RiskClass { get; init; }
}
