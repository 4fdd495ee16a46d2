namespace Supervision.Rules.Feel.Tree;

/// <summary><c>value instance of type</c>.</summary>
internal sealed class InstanceOfNode(FeelPlace place, FeelNode value, FeelType type) : FeelNode(place, FeelType.Boolean, value)
{
    private readonly FeelType _asked = type;

    public override FeelValue Evaluate(FeelRun run, FeelFrame? frame) => FeelValue.Of(_asked.Has(value.Evaluate(run, frame)));
}
