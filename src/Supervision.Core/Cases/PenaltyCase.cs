namespace Supervision.Cases;

/// <summary>
/// A penalty case 行政处罚案件: a clue and the steps recorded since. What it shows is computed from the steps and nothing else, so that no
/// later hand can change what an earlier one recorded. Immutable; each step gives a new one.
/// </summary>
public sealed record PenaltyCase
{
    /// <summary>Identifier.</summary>
    public required string Id { get; init; }

    /// <summary>Agency that handles it.</summary>
    public required string AgencyId { get; init; }

    /// <summary>The party: a subject.</summary>
    public required string SubjectId { get; init; }

    /// <summary>Where it came from.</summary>
    public required CaseClue Clue { get; init; }

    /// <summary>Steps in order.</summary>
    public IReadOnlyList<CaseStep> Steps { get; init; } = [];

    /// <summary>Where it stands.</summary>
    public CaseState State { get; init; } = CaseState.ClueRegistered;

    /// <summary>Whether more time to verify was granted.</summary>
    public bool VerificationExtended { get; init; }

    /// <summary>Day on which it was verified: filed or not, or decided on the spot; null until then.</summary>
    public DateOnly? VerifiedOn { get; init; }

    /// <summary>立案: day of filing, or null.</summary>
    public DateOnly? FiledOn { get; init; }

    /// <summary>How often more time to decide was granted.</summary>
    public int DecisionExtensions { get; init; }

    /// <summary>Handlers now.</summary>
    public IReadOnlyList<string> Handlers { get; init; } = [];

    /// <summary>Evidence preserved.</summary>
    public IReadOnlyList<EvidencePreservation> Preservations { get; init; } = [];

    /// <summary>Seals and seizures.</summary>
    public IReadOnlyList<Seizure> Seizures { get; init; } = [];

    /// <summary>Spans that periods don't count.</summary>
    public IReadOnlyList<Exclusion> Exclusions { get; init; } = [];

    /// <summary>The last final report, or null.</summary>
    public FinalReport? Report { get; init; }

    /// <summary>Whether the last final report passed the review.</summary>
    public bool ReviewPassed { get; init; }

    /// <summary>The notice in force, or null.</summary>
    public AdvanceNotice? Notice { get; init; }

    /// <summary>What an earlier notice intended: a plea may not make it worse, even by a second notice. Null when new facts opened the way.</summary>
    public Sanction? Ceiling { get; init; }

    /// <summary>Pleas to the notice in force.</summary>
    public IReadOnlyList<Plea> Pleas { get; init; } = [];

    /// <summary>Whether the party waived plea and hearing in writing.</summary>
    public bool RightsWaived { get; init; }

    /// <summary>The hearing on the notice in force, or null.</summary>
    public Hearing? Hearing { get; init; }

    /// <summary>The last collective discussion since the notice in force, or null.</summary>
    public CollectiveDecision? Discussion { get; init; }

    /// <summary>The decision, or null.</summary>
    public PenaltyDecision? Decision { get; init; }

    /// <summary>Day on which the agency decided: penalty, none, dismissal, transfer, withdrawal; null until then.</summary>
    public DateOnly? ConcludedOn { get; init; }

    /// <summary>How the decision was served, or null.</summary>
    public ServiceOfProcess? Service { get; init; }

    /// <summary>Whether a summary decision was filed with the agency.</summary>
    public bool SummaryReported { get; init; }

    /// <summary>Payments in order.</summary>
    public IReadOnlyList<Payment> Payments { get; init; } = [];

    /// <summary>Instalments granted; empty when there are none.</summary>
    public IReadOnlyList<Instalment> Instalments { get; init; } = [];

    /// <summary>Reviews and suits.</summary>
    public IReadOnlyList<Remedy> Remedies { get; init; } = [];

    /// <summary>催告: day on which the demand was served, or null.</summary>
    public DateOnly? DemandedOn { get; init; }

    /// <summary>Day of the application to the court, or null.</summary>
    public DateOnly? AppliedToCourtOn { get; init; }

    /// <summary>Publications.</summary>
    public IReadOnlyList<CasePublication> Publications { get; init; } = [];

    /// <summary>The last transfer, or null.</summary>
    public CaseTransferRecord? Transfer { get; init; }

    /// <summary>Day on which it was closed, or null.</summary>
    public DateOnly? ClosedOn { get; init; }

    /// <summary>Counts the saved states, from 1: one more than steps.</summary>
    public int Version => Steps.Count + 1;

    /// <summary>Day of the last step, or of the clue.</summary>
    public DateOnly LastOn => Steps.Count == 0 ? Clue.ReceivedOn : Steps[^1].Entry.On;

    /// <summary>Whether the decision imposes a fine that is in force.</summary>
    public bool IsFined => Decision is { Sanction.Fine: > 0 } && !IsAnnulled;

    /// <summary>Whether the decision was annulled, closed since or not.</summary>
    public bool IsAnnulled { get; init; }

    /// <summary>The case as the recorded steps leave it.</summary>
    /// <exception cref="ArgumentException">The steps are not numbered from 1, or don't follow each other.</exception>
    public static PenaltyCase Replay(string id, string agencyId, string subjectId, CaseClue clue, IEnumerable<CaseStep> steps)
    {
        ArgumentNullException.ThrowIfNull(steps);
        var made = new PenaltyCase { Id = id, AgencyId = agencyId, SubjectId = subjectId, Clue = clue };
        foreach (var step in steps)
        {
            made = step.Number == made.Steps.Count + 1 && step.From == made.State
                ? CaseFold.Apply(made, step)
                : throw new ArgumentException($"Step {Decisions.Invariant.Text(step.Number)} of case {id} does not follow the one before it.", nameof(steps));
        }

        return made;
    }
}
