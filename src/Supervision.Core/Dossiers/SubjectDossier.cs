using Supervision.Cases;
using Supervision.Credit;
using Supervision.Inspections;
using Supervision.Registry;

namespace Supervision.Dossiers;

/// <summary>
/// Everything about one subject on one page 一户一档, as far as the reader may see it: tasks and cases of the own agency, matters that it
/// takes part in, findings and credit of all agencies. Immutable.
/// </summary>
public sealed record SubjectDossier
{
    /// <summary>Registration as it was known at the end of <see cref="KnownOn"/>. What it said before the first change that was kept, it always said.</summary>
    public required Subject Subject { get; init; }

    /// <summary>Civil day that the dossier speaks for.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>Civil day at whose end all of it had been recorded.</summary>
    public required DateOnly KnownOn { get; init; }

    /// <summary>Points, grade and ledger lines, by the policy that decides now.</summary>
    public required CreditDecision Credit { get; init; }

    /// <summary>The last standing that had been decided, by the policies of its day; null when there was none.</summary>
    public DossierStanding? Standing { get; init; }

    /// <summary>Inspection tasks, the latest last day first.</summary>
    public required DossierPage<DossierVisit> Visits { get; init; }

    /// <summary>Findings, the newest first.</summary>
    public required DossierPage<Finding> Findings { get; init; }

    /// <summary>Credit events, the newest first.</summary>
    public required DossierPage<CreditEvent> CreditEvents { get; init; }

    /// <summary>Penalty cases with the steps that were taken and recorded by then, the newest first.</summary>
    public required DossierPage<PenaltyCase> Cases { get; init; }

    /// <summary>
    /// Matters of every kind, the newest first: warnings and events of the own agency; promises, restrictions and lists of whichever agency,
    /// because a restriction must not be overlooked.
    /// </summary>
    public required DossierPage<DossierMatter> Matters { get; init; }

    /// <summary>Who may enter and why, those with an open task first.</summary>
    public required DossierPage<EntryRight> MayEnter { get; init; }
}
