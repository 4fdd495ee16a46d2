namespace Supervision.Matters;

/// <summary>Which matters to list. A member that is null asks for nothing.</summary>
public sealed record MatterQuery
{
    /// <summary>Kind.</summary>
    public MatterKind? Kind { get; init; }

    /// <summary>The agency whose turn it is.</summary>
    public string? AgencyId { get; init; }

    /// <summary>Subject.</summary>
    public string? SubjectId { get; init; }

    /// <summary>The matter that they are parts of.</summary>
    public string? ParentId { get; init; }

    /// <summary>Category.</summary>
    public string? Category { get; init; }

    /// <summary>State.</summary>
    public MatterState? State { get; init; }

    /// <summary>Only what is not closed, and what is due first before the rest, instead of all by id.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Only those on which somebody of the agency has to act (<see cref="Matter.IsWaiting"/>); what is due first before the rest.</summary>
    public bool IsWaiting { get; init; }

    /// <summary>Only those with a greater id, in order of their id: the next page. Not together with <see cref="IsOpen"/> or <see cref="IsWaiting"/>.</summary>
    public string? AfterId { get; init; }

    /// <summary>At most so many, 1 to 10,000.</summary>
    public int Limit { get; init; } = 1000;
}
