namespace Supervision.Rules.Feel.Tree;

/// <summary><c>value between low and high</c>, both ends included.</summary>
internal sealed class BetweenNode(FeelPlace place, FeelNode value, FeelNode low, FeelNode high)
    : FeelNode(place, FeelType.Boolean, value, low, high)
{
    public override FeelValue Evaluate(FeelRun run, FeelFrame? frame)
    {
        var middle = value.Evaluate(run, frame);
        var from = low.Evaluate(run, frame);
        var to = high.Evaluate(run, frame);
        return FeelOrder.Compare(middle, from) is { } above && FeelOrder.Compare(middle, to) is { } below
            ? FeelValue.Of(above >= 0 && below <= 0)
            : run.Null(this, "SUP5110", "between", FeelDescription.Of(middle), $"{FeelDescription.Of(from)}, {FeelDescription.Of(to)}");
    }
}
