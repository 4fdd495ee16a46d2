using Supervision.Rules.Packs;

namespace Supervision.Rules.Decisions;

/// <summary>A number or a word. True and false are words here, so that a table has two kinds of cells only.</summary>
internal readonly record struct RuleValue(string? Word, decimal Number)
{
    public static RuleValue Of(decimal number) => new(null, number);

    public static RuleValue Of(string word) => new(word, 0);

    public static RuleValue Of(bool truth) => new(truth ? "true" : "false", 0);

    public override string ToString() => Word ?? Invariant.Text(Number);
}
