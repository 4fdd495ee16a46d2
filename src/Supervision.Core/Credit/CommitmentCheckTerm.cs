using Supervision.Decisions;

namespace Supervision.Credit;

/// <summary>Within what time a granted commitment is checked. Immutable.</summary>
/// <param name="Months">Months, 0 or more.</param>
/// <param name="Days">Days after the months, 0 or more.</param>
/// <param name="Basis">The provision, or the pack's own source.</param>
public sealed record CommitmentCheckTerm(int Months, int Days, LegalBasis Basis)
{
    /// <summary>The last civil day for the check; a day that the month lacks becomes its last day.</summary>
    public DateOnly LastDay(DateOnly granted) => granted.AddMonths(Months).AddDays(Days);
}
