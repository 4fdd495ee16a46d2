namespace Supervision.Rules.Feel.Tree;

/// <summary>
/// <c>if condition then value else other</c>: a condition that is not true counts as false, but in a boxed conditional one that is neither
/// a truth value nor null gives null.
/// </summary>
internal sealed class IfNode(FeelPlace place, FeelNode condition, FeelNode then, FeelNode otherwise, bool isBoxed = false)
    : FeelNode(place, FeelType.Common(then.Type, otherwise.Type), condition, then, otherwise)
{
    public override FeelValue Evaluate(FeelRun run, FeelFrame? frame) =>
        Condition(run, frame) is { } truth ? truth ? then.Evaluate(run, frame) : otherwise.Evaluate(run, frame) : default;

    private bool? Condition(FeelRun run, FeelFrame? frame)
    {
        var value = condition.Evaluate(run, frame);
        if (value.Kind != FeelKind.Boolean)
        {
            run.Null(condition, "SUP5111", FeelType.Boolean.Name, FeelDescription.Of(value));
            return isBoxed && !value.IsNull ? null : false;
        }

        return value.IsTrue;
    }
}
