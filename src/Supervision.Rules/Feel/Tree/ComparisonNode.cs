namespace Supervision.Rules.Feel.Tree;

/// <summary>Two operands and one of = != &lt; &lt;= &gt; &gt;=.</summary>
internal sealed class ComparisonNode(FeelPlace place, string sign, FeelNode left, FeelNode right)
    : FeelNode(place, FeelType.Boolean, left, right)
{
    // Which of "below", "equal" and "above" the sign allows.
    private readonly bool _below = sign is "<" or "<=";
    private readonly bool _equal = sign is "=" or "<=" or ">=";
    private readonly bool _above = sign is ">" or ">=";
    private readonly bool _isEquality = sign is "=" or "!=";
    private readonly bool _asksForNull = sign is "=" or "!=" && (IsNull(left) || IsNull(right));

    public override FeelValue Evaluate(FeelRun run, FeelFrame? frame)
    {
        var a = _asksForNull ? left.EvaluateOptional(run, frame) : left.Evaluate(run, frame);
        var b = _asksForNull ? right.EvaluateOptional(run, frame) : right.Evaluate(run, frame);
        bool? answer = _isEquality
            ? FeelOrder.AreEqual(a, b) is { } same ? same == _equal : null
            : FeelOrder.Compare(a, b) is { } order ? (order < 0 ? _below : order == 0 ? _equal : _above) : null;
        return answer is { } truth
            ? FeelValue.Of(truth)
            : run.Null(this, "SUP5110", sign, FeelDescription.Of(a), FeelDescription.Of(b));
    }

    private static bool IsNull(FeelNode node) => node is ConstantNode { Value.IsNull: true };
}
