namespace Supervision.Rules.Feel.Tree;

/// <summary>A call of something that is found to be a function only when it runs.</summary>
internal sealed class CallNode(FeelPlace place, FeelNode function, string[]? names, FeelNode[] arguments)
    : FeelNode(place, function.Type.Kind == FeelKind.Function && function.Type.Element is { } result ? result : FeelType.Any, [function, .. arguments])
{
    public override FeelValue Evaluate(FeelRun run, FeelFrame? frame)
    {
        var called = function.Evaluate(run, frame);
        if (called.Kind != FeelKind.Function)
        {
            return run.Null(this, "SUP5111", FeelType.AnyFunction.Name, FeelDescription.Of(called));
        }

        var values = new FeelValue[arguments.Length];
        for (var at = 0; at < values.Length; at++)
        {
            values[at] = arguments[at].Evaluate(run, frame);
        }

        return names is null ? called.Function.Call(run, this, values) : called.Function.Call(run, this, names, values);
    }
}
