using Supervision.Rules.Feel;
using Supervision.Rules.Feel.Tree;

namespace Supervision.Rules.Dmn;

/// <summary>A boxed context that ends with a result: its entries are only names for that.</summary>
internal sealed class ResultContextNode(FeelPlace place, FeelNode[] entries, FeelNode result)
    : FeelNode(place, result.Type, [.. entries, result])
{
    public override FeelValue Evaluate(FeelRun run, FeelFrame? frame)
    {
        run.Charge(this, entries.Length);
        var own = new FeelFrame(new FeelValue[entries.Length], frame);
        for (var at = 0; at < entries.Length; at++)
        {
            own.Values[at] = entries[at].Evaluate(run, own);
        }

        return result.Evaluate(run, own);
    }
}
