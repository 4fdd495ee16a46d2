namespace Supervision.Registry;

/// <summary>Which subjects to list. A member that is null asks for nothing. Immutable.</summary>
public sealed record SubjectQuery
{
    /// <summary>Part of the name, or the beginning of the id; null for all.</summary>
    public string? Text { get; init; }

    /// <summary>Status.</summary>
    public SubjectStatus? Status { get; init; }

    /// <summary>The last id that was seen; null for the first page.</summary>
    public string? AfterId { get; init; }

    /// <summary>At most so many, 1 to 1,000.</summary>
    public int Limit { get; init; } = 50;
}
