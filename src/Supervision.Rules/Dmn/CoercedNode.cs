using Supervision.Rules.Feel;
using Supervision.Rules.Feel.Tree;

namespace Supervision.Rules.Dmn;

/// <summary>An expression whose value must be of a declared type.</summary>
internal sealed class CoercedNode(FeelNode inner, FeelType type) : FeelNode(inner.Place, type, inner)
{
    public override FeelValue Evaluate(FeelRun run, FeelFrame? frame)
    {
        var value = inner.Evaluate(run, frame);
        return DmnCoercion.TryTo(run, Type, value, out var fitting) ? fitting : run.Null(this, "SUP5149", Type.Name, FeelDescription.Of(value));
    }
}
