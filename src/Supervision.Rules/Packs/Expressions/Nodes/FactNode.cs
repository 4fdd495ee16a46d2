using Supervision.Rules.Facts;
using Supervision.Rules.Feel;
using Supervision.Rules.Feel.Tree;

namespace Supervision.Rules.Packs.Expressions.Nodes;

/// <summary>A name of a pack: one that stands alone, or a field. What is missing is an error, never false or zero.</summary>
internal sealed class FactNode(FeelPlace place, string? root, string name, FeelType type) : FeelNode(place, type)
{
    /// <summary>The name as the author writes it.</summary>
    public string Name { get; } = root is null ? name : $"{root}.{name}";

    public override FeelValue Evaluate(FeelRun run, FeelFrame? frame)
    {
        var scope = ((PackRun)run).Scope;
        var fact = Read(scope);
        return fact.Kind != FactKind.Absent
            ? FactValues.Of(fact)
            : throw new RuleEvaluationException("SUP5251", Name, Invariant.Text(scope.On));
    }

    public override FeelValue EvaluateOptional(FeelRun run, FeelFrame? frame) => FactValues.Of(Read(((PackRun)run).Scope));

    private Fact Read(RuleScope scope) => root is null ? scope.Value(name) : scope.Field(root, name);
}
