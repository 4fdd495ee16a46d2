namespace Supervision.Rules.Feel.Tree;

/// <summary><c>some x in list satisfies condition</c> or <c>every …</c>, with three answers.</summary>
internal sealed class QuantifiedNode(FeelPlace place, bool isSome, FeelLoop loop, FeelNode condition)
    : FeelNode(place, FeelType.Boolean, [.. loop.Nodes, condition])
{
    public override FeelValue Evaluate(FeelRun run, FeelFrame? frame)
    {
        bool? answer = !isSome;
        var isList = loop.Run(run, this, frame, partial => partial, inner =>
        {
            var truth = condition.Truth(run, inner);
            answer = truth == isSome ? isSome : truth is null ? null : answer;
            return truth != isSome;
        });
        return !isList || answer is null ? default : FeelValue.Of(answer.Value);
    }
}
