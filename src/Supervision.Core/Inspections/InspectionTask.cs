using Supervision.Catalog;
using Supervision.Decisions;

namespace Supervision.Inspections;

/// <summary>An inspection task: one subject, one item, at least two officers. Immutable; each step gives a new one.</summary>
public sealed record InspectionTask
{
    /// <summary>Identifier: the draw's id and a serial number, or the source and its reference.</summary>
    public required string Id { get; init; }

    /// <summary>The draw it comes from; null when <see cref="Source"/> needs none.</summary>
    public string? DrawId { get; init; }

    /// <summary>What drives it.</summary>
    public TaskSource Source { get; init; } = TaskSource.PlanDraw;

    /// <summary>The complaint, warning, event, commitment, task or letter behind it; null for a draw.</summary>
    public string? SourceReference { get; init; }

    /// <summary>The provision that lets it be inspected without a draw; null for a draw.</summary>
    public LegalBasis? SourceBasis { get; init; }

    /// <summary>Subject.</summary>
    public required string SubjectId { get; init; }

    /// <summary>Item inspected.</summary>
    public required string ItemCode { get; init; }

    /// <summary>Checklist version, pinned when the task was made.</summary>
    public required ChecklistReference Checklist { get; init; }

    /// <summary>Agency that inspects.</summary>
    public required string AgencyId { get; init; }

    /// <summary>Officers, the leading one first; at least two, all different.</summary>
    public required IReadOnlyList<string> OfficerIds { get; init; }

    /// <summary>Last day for the inspection.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>Day from which the legal period up to <see cref="DueOn"/> counts; null when a plan or a person set the last day.</summary>
    public DateOnly? DueFrom { get; init; }

    /// <summary>Where it stands.</summary>
    public TaskState State { get; init; } = TaskState.Assigned;

    /// <summary>The scan that logged the visit; null before it.</summary>
    public EntryScan? Entry { get; init; }

    /// <summary>Officers who showed their certificates on site; empty before that.</summary>
    public IReadOnlyList<string> PresentOfficerIds { get; init; } = [];

    /// <summary>When they showed them; null before that.</summary>
    public DateTimeOffset? PresentedAt { get; init; }

    /// <summary>Answers; empty until recorded.</summary>
    public IReadOnlyList<CheckEntry> Entries { get; init; } = [];

    /// <summary>Signature; null until recorded.</summary>
    public RecordSignature? Signature { get; init; }

    /// <summary>When the record was made; null until then.</summary>
    public DateTimeOffset? RecordedAt { get; init; }

    /// <summary>SHA-256 of the record that the officers sign, see <see cref="InspectionRecord"/>; null until then.</summary>
    public string? RecordHash { get; init; }

    /// <summary>Signatures of the officers, each under <see cref="RecordHash"/>.</summary>
    public IReadOnlyList<OfficerSignature> OfficerSignatures { get; init; } = [];

    /// <summary>List that <see cref="ResultCodes"/> belongs to; null while there are none.</summary>
    public CheckType? CheckType { get; init; }

    /// <summary>Result codes as published, separated by commas; null while there are none.</summary>
    public string? ResultCodes { get; init; }

    /// <summary>The order to correct; null when there is none.</summary>
    public RectificationOrder? Order { get; init; }

    /// <summary>Last day of the order to correct; null when there is none.</summary>
    public DateOnly? RectifyBy { get; init; }

    /// <summary>When the subject reported the correction; null before that.</summary>
    public DateOnly? CorrectionReportedOn { get; init; }

    /// <summary>Last day of the recheck where a law gives one; else null.</summary>
    public DateOnly? RecheckBy { get; init; }

    /// <summary>Last day of what is due now: the inspection, then the correction, then the recheck.</summary>
    public DateOnly NextDue => DueTask.DueOf(State, DueOn, RectifyBy, CorrectionReportedOn, RecheckBy);

    /// <summary>The recheck; null before it.</summary>
    public Recheck? Recheck { get; init; }

    /// <summary>What was handed over to case handling; null when nothing was.</summary>
    public ReportedClue? Clue { get; init; }

    /// <summary>Where a failed recheck went: a case, a credit entry; null when it did not fail.</summary>
    public string? EscalatedTo { get; init; }

    /// <summary>Why it was terminated; null when it was not.</summary>
    public string? TerminationReason { get; init; }

    /// <summary>Counts the saved states, from 1; a save of an older state is refused.</summary>
    public int Version { get; init; } = 1;
}
