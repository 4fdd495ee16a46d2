namespace Supervision.Rules.Feel.Tree;

/// <summary>A minus before an operand.</summary>
internal sealed class NegateNode(FeelPlace place, FeelNode operand) : FeelNode(place, operand.Type, operand)
{
    public override FeelValue Evaluate(FeelRun run, FeelFrame? frame)
    {
        var value = operand.Evaluate(run, frame);
        return FeelArithmetic.Negate(value) ?? run.Null(this, "SUP5111", FeelType.Number.Name, FeelDescription.Of(value));
    }
}
