namespace Supervision.Cases;

/// <summary>Which cases to list, archived ones too. A member that is null asks for nothing. Immutable.</summary>
public sealed record CaseQuery
{
    /// <summary>Agency that handles it.</summary>
    public string? AgencyId { get; init; }

    /// <summary>Where it stands.</summary>
    public CaseState? State { get; init; }

    /// <summary>The last id that was seen; null for the first page.</summary>
    public string? AfterId { get; init; }

    /// <summary>At most so many, 1 to 1,000.</summary>
    public int Limit { get; init; } = 50;
}
