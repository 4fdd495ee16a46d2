namespace Supervision.Rules.Feel.Tree;

/// <summary>Two operands and one of = != &lt; &lt;= &gt; &gt;=.</summary>
internal sealed class ComparisonNode(FeelPlace place, string sign, FeelNode left, FeelNode right)
    : FeelNode(place, FeelType.Boolean, left, right)
{
    public override FeelValue Evaluate(FeelRun run, FeelFrame? frame)
    {
        var a = left.Evaluate(run, frame);
        var b = right.Evaluate(run, frame);
        bool? answer = sign switch
        {
            "=" => FeelOrder.AreEqual(a, b),
            "!=" => !FeelOrder.AreEqual(a, b),
            _ => FeelOrder.Compare(a, b) is { } order
                ? sign switch
                {
                    "<" => order < 0,
                    "<=" => order <= 0,
                    ">" => order > 0,
                    _ => order >= 0,
                }
                : null,
        };
        return answer is { } truth
            ? FeelValue.Of(truth)
            : run.Null(this, "SUP5110", sign, FeelDescription.Of(a), FeelDescription.Of(b));
    }
}
