namespace Supervision.Rules.Feel.Tree;

/// <summary>A literal.</summary>
internal sealed class ConstantNode(FeelPlace place, FeelValue value, FeelType type) : FeelNode(place, type)
{
    public ConstantNode(FeelPlace place, FeelValue value)
        : this(place, value, value.IsNull ? FeelType.Null : FeelType.OfValue(value))
    {
    }

    public FeelValue Value { get; } = value;

    public override FeelValue Evaluate(FeelRun run, FeelFrame? frame) => Value;
}
