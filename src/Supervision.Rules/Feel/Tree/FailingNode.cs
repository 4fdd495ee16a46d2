namespace Supervision.Rules.Feel.Tree;

/// <summary>What can have no value, known when it was read: in standard mode it gives null wherever it is evaluated.</summary>
internal sealed class FailingNode(FeelPlace place, string code, params string[] arguments) : FeelNode(place, FeelType.Any)
{
    public override FeelValue Evaluate(FeelRun run, FeelFrame? frame) => run.Null(this, code, arguments);
}
