namespace Supervision.Rules.Feel.Tree;

/// <summary>
/// A name inside a filter: an entry of the item that is looked at, if that is a context with such an entry, else what the name means
/// outside.
/// </summary>
internal sealed class FilterNameNode(FeelPlace place, string name, int[] depths, FeelNode outside)
    : FeelNode(place, FeelType.Any, outside)
{
    public override FeelValue Evaluate(FeelRun run, FeelFrame? frame)
    {
        foreach (var depth in depths)
        {
            var item = frame!.Up(depth).Values[0];
            if (item.Kind == FeelKind.Context && item.Context.TryGet(name, out var value))
            {
                return value;
            }
        }

        return outside.Evaluate(run, frame);
    }
}
