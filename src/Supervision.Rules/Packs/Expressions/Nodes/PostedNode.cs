using Supervision.Rules.Feel;
using Supervision.Rules.Feel.Tree;

namespace Supervision.Rules.Packs.Expressions.Nodes;

/// <summary><c>posted("line")</c>: whether a line above posted in the same event. The line must be known when the pack is read.</summary>
internal sealed class PostedNode(FeelPlace place, IReadOnlyList<string> lines, string? line = null)
    : FeelNode(place, line is null ? FeelType.AnyFunction : FeelType.Boolean)
{
    public bool IsCalled => line is not null;

    public override FeelNode Called(FeelPlace at, FeelNode[] arguments)
    {
        var asked = arguments is [ConstantNode { Value.Kind: FeelKind.Text } constant] ? constant.Value.Text : "…";
        return lines.Contains(asked, StringComparer.Ordinal)
            ? new PostedNode(Place, lines, asked)
            : throw new FeelException(Place.Error("SUP5203", asked, string.Join(", ", lines)));
    }

    public override FeelValue Evaluate(FeelRun run, FeelFrame? frame) => FeelValue.Of(((PackRun)run).Scope.HasPosted(line!));
}
