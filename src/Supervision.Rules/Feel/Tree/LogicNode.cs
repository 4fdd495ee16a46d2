namespace Supervision.Rules.Feel.Tree;

/// <summary>Two operands and "and" or "or", with three answers: the right one is not evaluated where the left one decides.</summary>
internal sealed class LogicNode(FeelPlace place, bool isAnd, FeelNode left, FeelNode right)
    : FeelNode(place, FeelType.Boolean, left, right)
{
    public override FeelValue Evaluate(FeelRun run, FeelFrame? frame)
    {
        var a = left.Truth(run, frame);
        if (a == !isAnd)
        {
            return FeelValue.Of(!isAnd);
        }

        var b = right.Truth(run, frame);
        return b == !isAnd ? FeelValue.Of(!isAnd) : a is null || b is null ? default : FeelValue.Of(isAnd);
    }
}
