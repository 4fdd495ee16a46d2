using Supervision.Rules.Feel.Functions;

namespace Supervision.Rules.Feel.Tree;

/// <summary>A call of a function of the language.</summary>
internal sealed class BuiltInCallNode(FeelPlace place, BuiltInFunction function, string[]? names, FeelNode[] arguments)
    : FeelNode(place, function.Result([.. arguments.Select(argument => argument.Type)]), arguments)
{
    public BuiltInFunction Function => function;

    public bool HasConstantsOnly => Array.TrueForAll(arguments, argument => argument is ConstantNode);

    public override FeelValue Evaluate(FeelRun run, FeelFrame? frame)
    {
        var values = new FeelValue[arguments.Length];
        for (var at = 0; at < values.Length; at++)
        {
            values[at] = arguments[at].Evaluate(run, frame);
        }

        return names is null ? function.Call(run, this, values) : function.Call(run, this, names, values);
    }
}
