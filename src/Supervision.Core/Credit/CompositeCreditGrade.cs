namespace Supervision.Credit;

/// <summary>
/// Grade of the composite credit score (综合信用等级), A best. Not the enterprise credit-risk class and not the food
/// risk grade: three scales share these letters, and each has its own type.
/// </summary>
public enum CompositeCreditGrade
{
    /// <summary>The best grade.</summary>
    A = 1,

    /// <summary>Qualifies for notify-and-commit: 80 points is B.</summary>
    B,

    /// <summary>Below B.</summary>
    C,

    /// <summary>The worst grade.</summary>
    D,
}
