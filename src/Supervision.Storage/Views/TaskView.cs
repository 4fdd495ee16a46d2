using Supervision.Inspections;

namespace Supervision.Storage.Views;

/// <summary>An inspection task as a context of yours may query it. Shows those of the actor's agency; to an auditor all.</summary>
public sealed record TaskView
{
    /// <summary>Id.</summary>
    public required string Id { get; init; }

    /// <summary>Id of the subject.</summary>
    public required string SubjectId { get; init; }

    /// <summary>Agency that inspects.</summary>
    public required string AgencyId { get; init; }

    /// <summary>State of its life-cycle.</summary>
    public required TaskState State { get; init; }

    /// <summary>Last civil day.</summary>
    public required DateOnly DueOn { get; init; }
}
