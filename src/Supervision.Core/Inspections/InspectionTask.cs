using Supervision.Catalog;

namespace Supervision.Inspections;

/// <summary>An inspection task: one subject, one item, at least two officers. Immutable; each step gives a new one.</summary>
public sealed record InspectionTask
{
    /// <summary>Identifier: the draw's id and a serial number.</summary>
    public required string Id { get; init; }

    /// <summary>The draw it comes from.</summary>
    public required string DrawId { get; init; }

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

    /// <summary>Where it stands.</summary>
    public TaskState State { get; init; } = TaskState.Assigned;

    /// <summary>Answers; empty until recorded.</summary>
    public IReadOnlyList<CheckEntry> Entries { get; init; } = [];

    /// <summary>Signature; null until recorded.</summary>
    public RecordSignature? Signature { get; init; }

    /// <summary>When the record was made; null until then.</summary>
    public DateTimeOffset? RecordedAt { get; init; }

    /// <summary>SHA-256 of the record that the officers countersign, 64 lower-case hexadecimal digits; null until then.</summary>
    public string? RecordHash { get; init; }

    /// <summary>Last day of the order to correct; null when there is none.</summary>
    public DateOnly? RectifyBy { get; init; }

    /// <summary>Why it was terminated; null when it was not.</summary>
    public string? TerminationReason { get; init; }

    /// <summary>Counts the saved states, from 1; a save of an older state is refused.</summary>
    public int Version { get; init; } = 1;
}
