using Supervision.Rules.Packs.Expressions;
using Supervision.Rules.Facts;
using Supervision.Rules.Packs;

namespace Supervision.Rules.Ledgers;

/// <summary>A named value folded from entries, events, items of a list, or earlier results. Immutable.</summary>
internal sealed record Gather
{
    public required string Name { get; init; }

    public required GatherSource Source { get; init; }

    /// <summary>Ledger, kind of event, list field of the event, or decision; with a list of past events, "Kind.field".</summary>
    public required string Of { get; init; }

    /// <summary>Whether it looks at entries of a ledger by name, not of the line's own.</summary>
    public bool IsForeign { get; init; }

    public RuleExpression? Where { get; init; }

    public RuleExpression? Value { get; init; }

    /// <summary>sum, count, max, min, mean, first, last, any, all; quotient.</summary>
    public required string Fold { get; init; }

    public Period? Within { get; init; }

    /// <summary>"step", a kind of event, or null.</summary>
    public string? Since { get; init; }

    public int? Last { get; init; }

    /// <summary>What nothing (or fewer than <see cref="Last"/>, or a zero divisor) gives; absent for an error.</summary>
    public Fact Empty { get; init; }

    public Rounding? Round { get; init; }

    /// <summary>Dividend and divisor of a quotient: names of gathers above.</summary>
    public (string Dividend, string Divisor)? Quotient { get; init; }

    public required FactType Type { get; init; }
}
