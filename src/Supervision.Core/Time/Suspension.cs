using Supervision.Decisions;

namespace Supervision.Time;

/// <summary>Days that a period does not count, such as those of a test or of a hearing (不计算在期限内). Immutable.</summary>
public sealed record Suspension
{
    /// <summary>A half-open span of days: [from, to).</summary>
    /// <param name="from">First day that does not count.</param>
    /// <param name="to">First day that counts again; after <paramref name="from"/>.</param>
    /// <param name="reason">Why, as it stands in the file. Not empty.</param>
    /// <param name="basis">The provision that excludes it.</param>
    /// <exception cref="ArgumentException">The span is empty, or there is no reason.</exception>
    public Suspension(DateOnly from, DateOnly to, string reason, LegalBasis basis)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        ArgumentNullException.ThrowIfNull(basis);
        if (to <= from)
        {
            throw new ArgumentException(
                $"A suspension from {Invariant.Text(from)} cannot end by {Invariant.Text(to)}: 'to' is the first day that counts again.", nameof(to));
        }

        (From, To, Reason, Basis) = (from, to, reason, basis);
    }

    /// <summary>First day that does not count.</summary>
    public DateOnly From { get; }

    /// <summary>First day that counts again.</summary>
    public DateOnly To { get; }

    /// <summary>Why.</summary>
    public string Reason { get; }

    /// <summary>The provision that excludes it.</summary>
    public LegalBasis Basis { get; }

    /// <summary>Whether a day is excluded.</summary>
    public bool Covers(DateOnly date) => From <= date && date < To;
}
