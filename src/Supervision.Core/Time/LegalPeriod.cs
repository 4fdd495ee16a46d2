using Supervision.Decisions;

namespace Supervision.Time;

/// <summary>A period that a law gives (期间). Immutable.</summary>
public sealed record LegalPeriod
{
    /// <summary>A period of a length, in a unit, given by a provision.</summary>
    /// <param name="length">1 to 36,500.</param>
    /// <param name="unit">Unit; <see cref="PeriodConvention"/> tells it where a law counts some lengths in working days.</param>
    /// <param name="basis">The provision that gives the period.</param>
    /// <exception cref="ArgumentOutOfRangeException">Length or unit out of range.</exception>
    public LegalPeriod(int length, PeriodUnit unit, LegalBasis basis)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, 36_500);
        ArgumentNullException.ThrowIfNull(basis);
        if (!Enum.IsDefined(unit))
        {
            throw new ArgumentOutOfRangeException(nameof(unit), unit, "not a unit of a legal period");
        }

        (Length, Unit, Basis) = (length, unit, basis);
    }

    /// <summary>How many units.</summary>
    public int Length { get; }

    /// <summary>The unit.</summary>
    public PeriodUnit Unit { get; }

    /// <summary>The provision that gives the period.</summary>
    public LegalBasis Basis { get; }
}
