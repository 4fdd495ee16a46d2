namespace Supervision.Inspections;

/// <summary>Which tasks to list. A member that is null asks for nothing.</summary>
public sealed record TaskQuery
{
    /// <summary>Agency that inspects.</summary>
    public string? AgencyId { get; init; }

    /// <summary>An officer of the task.</summary>
    public string? OfficerId { get; init; }

    /// <summary>Subject.</summary>
    public string? SubjectId { get; init; }

    /// <summary>What drives it.</summary>
    public TaskSource? Source { get; init; }

    /// <summary>Where it stands; null asks for those that are not finished.</summary>
    public TaskState? State { get; init; }

    /// <summary>Whether finished ones are listed too when no state is asked for.</summary>
    public bool IncludesFinished { get; init; }

    /// <summary>At most so many, 1 to 10,000.</summary>
    public int Limit { get; init; } = 200;
}
