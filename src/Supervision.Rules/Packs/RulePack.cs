using Supervision.Decisions;
using Supervision.Rules.Decisions;
using Supervision.Rules.Ledgers;
using Supervision.Rules.Testing;

namespace Supervision.Rules.Packs;

/// <summary>One version of one policy, read and checked. Immutable; thread-safe.</summary>
public sealed class RulePack
{
    private EffectivePeriod _effective = null!;

    internal RulePack(
        string file,
        PackVocabulary vocabulary,
        IReadOnlyDictionary<string, Parameter> parameters,
        LedgerSet ledgers,
        IReadOnlyDictionary<string, PackDecision> decisions,
        IReadOnlyList<PackExample> examples)
    {
        File = file;
        Vocabulary = vocabulary;
        Parameters = parameters;
        Ledgers = ledgers;
        Decisions = decisions;
        Examples = examples;
    }

    /// <summary>Policy id, version and the SHA-256 of the pack's bytes.</summary>
    public required PolicyReference Reference { get; init; }

    /// <summary>When this version is in force.</summary>
    public required EffectivePeriod Effective
    {
        get => _effective;
        init => _effective = value;
    }

    /// <summary>The provision that the policy puts into numbers.</summary>
    public required LegalBasis Source { get; init; }

    /// <summary>Where the source was read: an address or a document number; may be empty.</summary>
    public required string SourceReference { get; init; }

    /// <summary>The question that the pack answers.</summary>
    public RulePackPurpose Purpose => Credit is not null ? RulePackPurpose.Credit
        : Risk is not null ? RulePackPurpose.Risk
        : Draw is not null ? RulePackPurpose.DrawRatios
        : RulePackPurpose.Outputs;

    /// <summary>Name under which it was loaded, for error texts.</summary>
    internal string File { get; }

    internal IReadOnlyDictionary<string, Parameter> Parameters { get; }

    internal LedgerSet Ledgers { get; }

    internal IReadOnlyDictionary<string, PackDecision> Decisions { get; }

    /// <summary>Kinds of events, attributes and readings that the pack names.</summary>
    internal PackVocabulary Vocabulary { get; }

    /// <summary>Its typed results.</summary>
    internal IReadOnlyList<PackOutput> Outputs { get; init; } = [];

    /// <summary>One version that speaks for itself.</summary>
    internal PackTimeline Timeline => field ??= new PackTimeline(Ledgers);

    /// <summary>Ids of the policies whose results it builds on, each once: they must be in the same registry.</summary>
    public IReadOnlyList<string> UsedPolicies => [.. Uses.Select(use => use.Policy).Distinct(StringComparer.Ordinal)];

    /// <summary>The results of other policies that it builds on.</summary>
    internal IReadOnlyList<PackUse> Uses { get; init; } = [];

    internal IReadOnlyList<PackExample> Examples { get; }

    /// <summary>The question that the pack answers: exactly one is there.</summary>
    internal CreditBinding? Credit { get; init; }

    internal RiskBinding? Risk { get; init; }

    internal DrawBinding? Draw { get; init; }

    /// <summary>The same pack, ended by the version that takes over.</summary>
    internal RulePack Until(DateOnly to)
    {
        var ended = (RulePack)MemberwiseClone();
        ended._effective = Effective with { To = to };
        return ended;
    }

    /// <summary>Policy id and version.</summary>
    public override string ToString() => Reference.ToString();
}
