using Supervision.Rules.Packs.Expressions;

namespace Supervision.Rules.Ledgers;

/// <summary>One ledger of a pack. Immutable.</summary>
internal sealed record LedgerDefinition
{
    public required string Name { get; init; }

    /// <summary>Balance it opens with; may depend on the subject.</summary>
    public required RuleExpression Start { get; init; }

    /// <summary>Attribute of the subject that names whose ledger it is, or null for the subject's own.</summary>
    public string? Holder { get; init; }

    /// <summary>What posts to it, in order.</summary>
    public IReadOnlyList<PostLine> Posts { get; init; } = [];

    public WindowRule Window { get; init; } = WindowRule.None;

    public ClampRule? Clamp { get; init; }

    public FullRule? Full { get; init; }

    public RepairRule? Repair { get; init; }

    public ReverseRule? Reverse { get; init; }
}
