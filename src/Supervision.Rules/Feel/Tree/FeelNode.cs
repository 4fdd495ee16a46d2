namespace Supervision.Rules.Feel.Tree;

/// <summary>A node of an expression that is ready to run: names are found, constants are values.</summary>
internal abstract class FeelNode
{
    protected FeelNode(FeelPlace place, FeelType type, params ReadOnlySpan<FeelNode> parts)
    {
        Place = place;
        Type = type;
        foreach (var part in parts)
        {
            Height = Math.Max(Height, part.Height);
        }

        Height++;
    }

    public FeelPlace Place { get; }

    /// <summary>What it gives, as far as that is known before it runs.</summary>
    public FeelType Type { get; }

    /// <summary>Nodes on the longest way down, this one counted: what one evaluation needs of the stack.</summary>
    public int Height { get; protected init; }

    public abstract FeelValue Evaluate(FeelRun run, FeelFrame? frame);

    /// <summary>A truth value; null (an error in strict mode) for anything else.</summary>
    public bool? Truth(FeelRun run, FeelFrame? frame)
    {
        var value = Evaluate(run, frame);
        if (value.Kind == FeelKind.Boolean)
        {
            return value.IsTrue;
        }

        run.Null(this, "SUP5111", FeelType.Boolean.Name, FeelDescription.Of(value));
        return null;
    }
}
