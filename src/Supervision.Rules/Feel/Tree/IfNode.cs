namespace Supervision.Rules.Feel.Tree;

/// <summary><c>if condition then value else other</c>; a condition that is not true counts as false.</summary>
internal sealed class IfNode(FeelPlace place, FeelNode condition, FeelNode then, FeelNode otherwise)
    : FeelNode(place, FeelType.Common(then.Type, otherwise.Type), condition, then, otherwise)
{
    public override FeelValue Evaluate(FeelRun run, FeelFrame? frame) =>
        condition.Truth(run, frame) is true ? then.Evaluate(run, frame) : otherwise.Evaluate(run, frame);
}
