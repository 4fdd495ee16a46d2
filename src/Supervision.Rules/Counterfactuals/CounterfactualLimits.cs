namespace Supervision.Rules.Counterfactuals;

/// <summary>How far a search goes; what it did not try is said in the answer. Immutable.</summary>
public sealed record CounterfactualLimits
{
    /// <summary>Most changes in one set, 1 or more.</summary>
    public int MostChanges { get; init; } = 4;

    /// <summary>Most decisions that are made to find out.</summary>
    public int MostDecisions { get; init; } = 20_000;

    /// <summary>Most sets that are returned; all have the same number of changes.</summary>
    public int MostFound { get; init; } = 20;

    /// <summary>How many days ahead it looks for the day on which time alone gives what is wanted.</summary>
    public int MostDays { get; init; } = 1_100;
}
