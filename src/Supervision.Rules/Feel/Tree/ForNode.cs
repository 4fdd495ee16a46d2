namespace Supervision.Rules.Feel.Tree;

/// <summary><c>for a in list, b in 1..3 return expression</c>: a list of the results; <c>partial</c> is the list so far.</summary>
internal sealed class ForNode(FeelPlace place, FeelLoop loop, FeelNode body, bool usesPartial)
    : FeelNode(place, FeelType.ListOf(body.Type), [.. loop.Nodes, body])
{
    public override FeelValue Evaluate(FeelRun run, FeelFrame? frame)
    {
        var results = new List<FeelValue>();
        return loop.Run(run, this, frame, partial => usesPartial ? Copy(run, results) : partial, inner =>
        {
            results.Add(body.Evaluate(run, inner));
            return true;
        })
            ? run.List(this, [.. results])
            : default;
    }

    // What partial shows must not change afterwards.
    private FeelValue Copy(FeelRun run, List<FeelValue> results)
    {
        run.Charge(this, results.Count);
        return run.List(this, [.. results]);
    }
}
