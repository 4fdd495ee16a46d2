namespace Supervision.Rules.Feel.Tree;

/// <summary>A node of an expression that is ready to run: names are found, constants are values.</summary>
internal abstract class FeelNode
{
    protected FeelNode(FeelPlace place, FeelType type, params ReadOnlySpan<FeelNode> parts)
    {
        Place = place;
        Type = type;
        Parts = parts.IsEmpty ? [] : parts.ToArray();
        foreach (var part in parts)
        {
            Height = Math.Max(Height, part.Height);
        }

        Height++;
    }

    public FeelPlace Place { get; }

    /// <summary>What it gives, as far as that is known before it runs.</summary>
    public FeelType Type { get; }

    /// <summary>The nodes right below, in the order of the text.</summary>
    public IReadOnlyList<FeelNode> Parts { get; }

    /// <summary>Nodes on the longest way down, this one counted: what one evaluation needs of the stack.</summary>
    public int Height { get; protected init; }

    public abstract FeelValue Evaluate(FeelRun run, FeelFrame? frame);

    /// <summary>The value where a question is whether there is one: null for what is missing, also where that is an error elsewhere.</summary>
    public virtual FeelValue EvaluateOptional(FeelRun run, FeelFrame? frame) => Evaluate(run, frame);

    /// <summary>A quicker way to an entry than by way of the whole, or null.</summary>
    public virtual FeelNode? Member(FeelPlace place, string name) => null;

    /// <summary>A call that is known and checked when it is read, or null.</summary>
    /// <exception cref="FeelException">The arguments do not fit.</exception>
    public virtual FeelNode? Called(FeelPlace place, FeelNode[] arguments) => null;

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
