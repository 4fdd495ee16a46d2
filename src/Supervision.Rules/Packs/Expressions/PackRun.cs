using Supervision.Rules.Feel;

namespace Supervision.Rules.Packs.Expressions;

/// <summary>An evaluation of the expressions of a pack over one scope, one after another. Not thread-safe.</summary>
internal sealed class PackRun(RuleScope scope) : FeelRun(FeelMode.Strict, Limits, [], null)
{
    /// <summary>What one expression of a pack may cost.</summary>
    public static FeelLimits Limits { get; } = new() { TextLength = 2_000, Nesting = 32, Steps = 100_000, Depth = 500 };

    public RuleScope Scope { get; } = scope;

    /// <summary>This run with all that the next expression may cost.</summary>
    public PackRun Next()
    {
        Restart();
        return this;
    }
}
