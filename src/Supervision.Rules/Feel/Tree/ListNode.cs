namespace Supervision.Rules.Feel.Tree;

/// <summary>A list in brackets.</summary>
internal sealed class ListNode(FeelPlace place, FeelNode[] items)
    : FeelNode(place, FeelType.ListOf(items.Length == 0 ? FeelType.Any : items.Select(item => item.Type).Aggregate(FeelType.Common)), items)
{
    public override FeelValue Evaluate(FeelRun run, FeelFrame? frame)
    {
        run.Charge(this, items.Length);
        var values = new FeelValue[items.Length];
        for (var at = 0; at < values.Length; at++)
        {
            values[at] = items[at].Evaluate(run, frame);
        }

        return run.List(this, values);
    }
}
