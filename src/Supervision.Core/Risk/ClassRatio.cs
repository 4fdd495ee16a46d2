using Supervision.Decisions;

namespace Supervision.Risk;

/// <summary>How densely one credit-risk class is drawn. Immutable.</summary>
/// <param name="Class">The class.</param>
/// <param name="Ppm">Share of the class to draw, in whole parts per million, 0 to 1,000,000 (= 100 %).</param>
/// <param name="Weight">Weight of a subject of the class where classes are drawn together, 1 or more.</param>
/// <param name="Basis">The provision behind the ratio.</param>
public sealed record ClassRatio(CreditRiskClass Class, int Ppm, int Weight, LegalBasis Basis)
{
    /// <summary>Days without a second routine inspection, 0 or more; null where the policy has one number for all classes.</summary>
    public int? RestDays { get; init; }
}
