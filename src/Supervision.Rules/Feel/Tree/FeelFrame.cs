namespace Supervision.Rules.Feel.Tree;

/// <summary>The values of the names that one construct binds: variables of a loop, parameters, the entries of a context so far.</summary>
internal sealed class FeelFrame(FeelValue[] values, FeelFrame? parent)
{
    public FeelValue[] Values { get; } = values;

    public FeelFrame? Parent { get; } = parent;

    public FeelFrame Up(int depth)
    {
        var frame = this;
        for (; depth > 0; depth--)
        {
            frame = frame.Parent!;
        }

        return frame;
    }
}
