namespace Supervision.Rules.Feel.Tree;

/// <summary>An interval with two ends.</summary>
internal sealed class RangeNode(FeelPlace place, FeelNode low, bool hasLow, FeelNode high, bool hasHigh)
    : FeelNode(place, FeelType.RangeOf(FeelType.Common(low.Type, high.Type)), low, high)
{
    public bool HasLow => hasLow;

    public bool HasHigh => hasHigh;

    public override FeelValue Evaluate(FeelRun run, FeelFrame? frame)
    {
        var from = low.Evaluate(run, frame);
        var to = high.Evaluate(run, frame);
        if (from.IsNull && to.IsNull)
        {
            return run.Null(this, "SUP5120", "..");
        }

        return !from.IsNull && !to.IsNull && FeelOrder.Compare(from, to) is null
            ? run.Null(this, "SUP5110", "..", FeelDescription.Of(from), FeelDescription.Of(to))
            : FeelValue.Of(new FeelRange(from, hasLow, to, hasHigh));
    }
}
