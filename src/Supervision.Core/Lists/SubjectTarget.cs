namespace Supervision.Lists;

/// <summary>Which subjects a push or a task of self-governance is for 精准推送. All that is given must hold; only active subjects count. Immutable.</summary>
/// <param name="DivisionCode">Area, six digits; trailing zeros widen it to a city or province.</param>
public sealed record SubjectTarget(string DivisionCode)
{
    /// <summary>What the industry code (GB/T 4754) begins with; null for all.</summary>
    public string? Industry { get; init; }

    /// <summary>Item of the catalogue that they fall under; null for all.</summary>
    public string? ItemCode { get; init; }

    /// <summary>Category of subjects, such as "restaurant"; null for all.</summary>
    public string? Category { get; init; }

    /// <summary>Credit-risk class "A" to "D", by the last assessment or as it would be assessed; null for all.</summary>
    public string? RiskClass { get; init; }

    /// <summary>Composite credit grade "A" to "D" by the last assessment; null for all. A subject that was never assessed has none.</summary>
    public string? Grade { get; init; }
}
