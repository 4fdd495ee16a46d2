using Supervision.Decisions;

namespace Supervision.Cases;

/// <summary>One clock of a case: what must be done until when, or until when the party may do something. Immutable.</summary>
public sealed record CaseDeadline
{
    /// <summary>Which clock.</summary>
    public required CaseDeadlineKind Kind { get; init; }

    /// <summary>From 1, when a case has several of a kind: seizures, instalments.</summary>
    public int Number { get; init; } = 1;

    /// <summary>The day from which it counts.</summary>
    public required DateOnly Start { get; init; }

    /// <summary>Last day; null while the working days of its year are not published.</summary>
    public required DateOnly? Due { get; init; }

    /// <summary>Day on which it was met, or null.</summary>
    public DateOnly? MetOn { get; init; }

    /// <summary>First day of a span that is not counted and still runs, or null.</summary>
    public DateOnly? PausedSince { get; init; }

    /// <summary>Whether it is a right of the party, which lapses, rather than a duty, which is missed.</summary>
    public bool IsRight { get; init; }

    /// <summary>Calendar it was counted by; empty for a plain date.</summary>
    public required string CalendarVersion { get; init; }

    /// <summary>How it was counted, with the provisions.</summary>
    public required Explanation Explanation { get; init; }

    /// <summary>Whether somebody still has to act.</summary>
    public bool IsOpen => MetOn is null && !IsRight;

    /// <summary>Whether the act came after the last day.</summary>
    public bool WasLate => MetOn > Due;

    /// <summary>Whether a duty is overdue on a civil date; never while it is paused.</summary>
    public bool IsOverdueOn(DateOnly date) => IsOpen && PausedSince is null && Due < date;
}
