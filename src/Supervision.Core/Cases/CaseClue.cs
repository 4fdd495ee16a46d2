namespace Supervision.Cases;

/// <summary>What may become a case 案源、线索. Immutable.</summary>
public sealed record CaseClue
{
    /// <summary>Where it comes from.</summary>
    public required ClueSource Source { get; init; }

    /// <summary>Day on which the agency learnt of it: the verification counts from it.</summary>
    public required DateOnly ReceivedOn { get; init; }

    /// <summary>The act, as an identifier that cases of several agencies about one act share: no act is fined twice (行政处罚法 art. 29).</summary>
    public required string ActId { get; init; }

    /// <summary>Day of the act; for a continuous one the day on which it ended (art. 36), or the day of discovery while it goes on.</summary>
    public required DateOnly ViolationOn { get; init; }

    /// <summary>What is alleged. Not empty, at most 4,000 characters.</summary>
    public required string Facts { get; init; }

    /// <summary>Inspection task that found it, or null.</summary>
    public string? TaskId { get; init; }

    /// <summary>Findings it rests on.</summary>
    public IReadOnlyList<string> FindingIds { get; init; } = [];

    /// <summary>Whether life, health or financial safety is concerned and harm was done: the limitation is longer (art. 36).</summary>
    public bool HarmsLifeOrHealth { get; init; }

    /// <summary>Whether the party is 14 to 17 years old: the penalty must be lighter or reduced (art. 30).</summary>
    public bool PartyIsMinor { get; init; }
}
