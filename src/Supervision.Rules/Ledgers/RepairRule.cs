using Supervision.Rules.Packs.Expressions;

namespace Supervision.Rules.Ledgers;

/// <summary>An event gives points back: so many, or a share of what an entry took. Immutable.</summary>
internal sealed record RepairRule
{
    public required string When { get; init; }

    /// <summary>Its field that names the event whose entries are repaired, or null.</summary>
    public string? Names { get; init; }

    /// <summary>Which entries, or null for all.</summary>
    public RuleExpression? Of { get; init; }

    public RuleExpression? If { get; init; }

    /// <summary>oldest, newest or largest first.</summary>
    public required string Order { get; init; }

    /// <summary>How many points, or null where shares say it.</summary>
    public RuleExpression? Points { get; init; }

    /// <summary>Shares from the top: the first whose condition holds.</summary>
    public IReadOnlyList<(RuleExpression If, decimal Give)> Shares { get; init; } = [];

    public Rounding? Round { get; init; }

    public PeriodExpression? NotBefore { get; init; }

    /// <summary>An entry is out of reach after this time; the last day is in time. Null: no limit.</summary>
    public PeriodExpression? NotAfter { get; init; }

    public RepairCap? Cap { get; init; }

    /// <summary>Whether a step is undone when what it used is given back.</summary>
    public bool RecomputesSteps { get; init; }

    /// <summary>Date field of the event from which the delay ends, or null for its own date.</summary>
    public string? DelayTo { get; init; }
}
