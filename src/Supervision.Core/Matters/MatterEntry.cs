namespace Supervision.Matters;

/// <summary>A step of a matter as it is recorded: what happened, when, and what its guards ask for. Immutable.</summary>
/// <param name="Trigger">What happened.</param>
/// <param name="At">When; not before the step before it, and not in the future.</param>
public sealed record MatterEntry(MatterTrigger Trigger, DateTimeOffset At)
{
    /// <summary>Reason, measure, result, opinion.</summary>
    public string Text { get; init; } = "";

    /// <summary>Agencies that it goes to.</summary>
    public IReadOnlyList<string> AgencyIds { get; init; } = [];

    /// <summary>Officers who do it.</summary>
    public IReadOnlyList<string> OfficerIds { get; init; } = [];

    /// <summary>An inspection task, a case, a document number.</summary>
    public string? Reference { get; init; }

    /// <summary>Category, as the step asks for.</summary>
    public string? Category { get; init; }

    /// <summary>Item of the catalogue, when the step opens an inspection task.</summary>
    public string? ItemCode { get; init; }

    /// <summary>Other facts of the step, by name. They become facts of the matter.</summary>
    public IReadOnlyDictionary<string, string> Facts { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
