namespace Supervision.Rules.Feel.Tree;

/// <summary>A free name: an input of the expression.</summary>
internal sealed class RootNameNode(FeelPlace place, int at, FeelType type) : FeelNode(place, type)
{
    public override FeelValue Evaluate(FeelRun run, FeelFrame? frame) => run.Roots[at];
}
