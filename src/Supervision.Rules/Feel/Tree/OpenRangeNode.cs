namespace Supervision.Rules.Feel.Tree;

/// <summary>A comparison without its left side, such as <c>&lt; 10</c>: the interval of all that pass.</summary>
internal sealed class OpenRangeNode(FeelPlace place, string sign, FeelNode end) : FeelNode(place, FeelType.RangeOf(end.Type), end)
{
    public string Sign => sign;

    public override FeelValue Evaluate(FeelRun run, FeelFrame? frame)
    {
        var value = end.Evaluate(run, frame);
        if (sign is not ("=" or "!=") && FeelOrder.Compare(value, value) is null)
        {
            return run.Null(this, "SUP5110", sign, "…", FeelDescription.Of(value));
        }

        return FeelValue.Of(FeelRange.Of(sign, value));
    }
}
