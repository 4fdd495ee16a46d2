namespace Supervision.Cases;

/// <summary>
/// One step of a case as its handler records it: what happened, when, and what its guards ask for. A step that needs less leaves
/// the rest empty. Immutable.
/// </summary>
/// <param name="Trigger">What happened.</param>
/// <param name="On">Civil day on which it happened; not before the step before it.</param>
public sealed record CaseEntry(CaseTrigger Trigger, DateOnly On)
{
    /// <summary>Facts, grounds, opinion or measure, as the step asks for.</summary>
    public string Text { get; init; } = "";

    /// <summary>The head, or who decides for the head.</summary>
    public string? ApprovedBy { get; init; }

    /// <summary>Day of the approval when it was not the day of the step.</summary>
    public DateOnly? ApprovedOn { get; init; }

    /// <summary>Handlers, members of a discussion, the reviewer, or the chair.</summary>
    public IReadOnlyList<string> Persons { get; init; } = [];

    /// <summary>What is intended or decided.</summary>
    public Sanction? Sanction { get; init; }

    /// <summary>Benchmarks of all rules that the act violates, the one applied first.</summary>
    public IReadOnlyList<string> Benchmarks { get; init; } = [];

    /// <summary>Grade within the benchmark.</summary>
    public PenaltyGrade? Grade { get; init; }

    /// <summary>Why nothing is filed or punished.</summary>
    public NoPenaltyGround? Ground { get; init; }

    /// <summary>A planned day: of the hearing, or the one on which a publication began.</summary>
    public DateOnly? Planned { get; init; }

    /// <summary>Money in yuan.</summary>
    public decimal? Amount { get; init; }

    /// <summary>Instalments, in order of their days.</summary>
    public IReadOnlyList<Instalment> Instalments { get; init; } = [];

    /// <summary>How it was served.</summary>
    public ServiceMethod? Method { get; init; }

    /// <summary>Where it was published.</summary>
    public PublicityChannel? Channel { get; init; }

    /// <summary>Why days are not counted.</summary>
    public ExclusionKind? Exclusion { get; init; }

    /// <summary>Review or suit.</summary>
    public RemedyKind? Remedy { get; init; }

    /// <summary>Document number, agency that takes the case over or its number there, number of a report that is set aside, place of the hearing, or bank.</summary>
    public string? Reference { get; init; }

    /// <summary>What the system reported that the case was handed over to.</summary>
    public CaseReport? Report { get; init; }

    /// <summary>What the handler confirms.</summary>
    public CaseMarks Marks { get; init; }

    /// <summary>Whether all of these are confirmed.</summary>
    public bool Has(CaseMarks marks) => Marks.HasFlag(marks);
}
