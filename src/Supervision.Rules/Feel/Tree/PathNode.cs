namespace Supervision.Rules.Feel.Tree;

/// <summary>An entry of a context, a part of a date or duration, or that of each item of a list.</summary>
internal sealed class PathNode(FeelPlace place, FeelNode from, string name, FeelType type) : FeelNode(place, type, from)
{
    public override FeelValue Evaluate(FeelRun run, FeelFrame? frame)
    {
        var value = from.Evaluate(run, frame);
        if (value.Kind != FeelKind.List)
        {
            return Of(run, value);
        }

        run.Charge(this, value.List.Count);
        return run.List(this, Array.ConvertAll(value.List.Items, item => Of(run, item)));
    }

    private FeelValue Of(FeelRun run, FeelValue value) => FeelProperty.Find(value, name, out var found)
        ? found
        : run.Null(this, "SUP5112", name, FeelDescription.Of(value));
}
