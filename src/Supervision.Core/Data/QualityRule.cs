using System.Text.Json.Serialization;
using Supervision.Decisions;

namespace Supervision.Data;

/// <summary>A quality rule 质量规则 as data. Which members it uses depends on its kind. Immutable.</summary>
public sealed record QualityRule
{
    /// <summary>Identifier, unique in its standard.</summary>
    public required string Id { get; init; }

    /// <summary>What it looks after.</summary>
    public required QualityDimension Dimension { get; init; }

    /// <summary>Table whose rows it tests.</summary>
    public required string Table { get; init; }

    /// <summary>How.</summary>
    public required QualityRuleKind Kind { get; init; }

    /// <summary>Fields it tests; most kinds test one.</summary>
    public required IReadOnlyList<string> Fields { get; init; }

    /// <summary>The field that <see cref="QualityRuleKind.NotBefore"/> and <see cref="QualityRuleKind.Within"/> compare with.</summary>
    public string? Other { get; init; }

    /// <summary>Regular expression for the whole value.</summary>
    public string? Pattern { get; init; }

    /// <summary>Dictionary.</summary>
    public IReadOnlyList<string>? Values { get; init; }

    /// <summary>Least number of different entries.</summary>
    public int Count { get; init; }

    /// <summary>Between the entries of a list; ";" when not said.</summary>
    public string Separator { get; init => field = value ?? ";"; } = ";";

    /// <summary>Period of <see cref="QualityRuleKind.Within"/>.</summary>
    public QualityPeriod? Period { get; init; }

    /// <summary>Other table of <see cref="QualityRuleKind.Exists"/> and <see cref="QualityRuleKind.Total"/>.</summary>
    public QualityTarget? Target { get; init; }

    /// <summary>Sum of <see cref="QualityRuleKind.Total"/>.</summary>
    public QualityTotal? Total { get; init; }

    /// <summary>When it applies; null for every row.</summary>
    public QualityCondition? When { get; init; }

    /// <summary>Whether a row that fails is kept out; else it is only reported.</summary>
    public bool Rejects { get; init; }

    /// <summary>Where the rule comes from.</summary>
    public string? Law { get; init; }

    /// <summary>Article within it.</summary>
    public string? Article { get; init; }

    /// <summary>First day on which it applies; null when unknown.</summary>
    public DateOnly? From { get; init; }

    /// <summary>First day on which it no longer applies; null while it does.</summary>
    public DateOnly? To { get; init; }

    /// <summary>The source, or null when the standard itself is.</summary>
    [JsonIgnore]
    public LegalBasis? Basis => Law is null ? null : new LegalBasis(Law, Article ?? "", From, To);
}
