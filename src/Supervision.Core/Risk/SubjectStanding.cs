using Supervision.Credit;
using Supervision.Decisions;

namespace Supervision.Risk;

/// <summary>Where a subject stands after its last assessment: credit and risk, with the policies that decided.</summary>
/// <param name="SubjectId">Subject.</param>
/// <param name="AsOf">Civil date of the assessment.</param>
/// <param name="Points">Active supervision points; half points occur.</param>
/// <param name="Steps">Full twelves in force.</param>
/// <param name="CompositeScore">Composite score.</param>
/// <param name="Grade">Composite credit grade.</param>
/// <param name="PersonLinked">Whether the head's personal score is flagged.</param>
/// <param name="Class">Credit-risk class.</param>
/// <param name="Weight">Weight in the next frame.</param>
/// <param name="CreditPolicy">Policy behind points, score and grade.</param>
/// <param name="RiskPolicy">Policy behind class and weight.</param>
public sealed record SubjectStanding(
    string SubjectId,
    DateOnly AsOf,
    decimal Points,
    int Steps,
    decimal CompositeScore,
    CompositeCreditGrade Grade,
    bool PersonLinked,
    CreditRiskClass Class,
    int Weight,
    PolicyReference CreditPolicy,
    PolicyReference RiskPolicy)
{
    /// <summary>Whether anything but the date of the assessment differs.</summary>
    public bool DiffersFrom(SubjectStanding? other) => other is null || other with { AsOf = AsOf } != this;
}
