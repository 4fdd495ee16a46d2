namespace Supervision.Rules.Feel.Tree;

/// <summary>A name that a construct around it binds.</summary>
internal sealed class LocalNameNode(FeelPlace place, int depth, int at, FeelType type) : FeelNode(place, type)
{
    public override FeelValue Evaluate(FeelRun run, FeelFrame? frame) => frame!.Up(depth).Values[at];
}
