using Supervision.Rules.Feel;
using Supervision.Rules.Feel.Tree;

namespace Supervision.Rules.Packs.Expressions.Nodes;

/// <summary>A parameter with keys: a function from its keys to its value, <c>点值(item.code, item.severity)</c>. It is always called.</summary>
internal sealed class KeyedParameterNode(FeelPlace place, Parameter parameter) : FeelNode(place, FeelType.AnyFunction)
{
    public string Name => parameter.Name;

    public override FeelNode Called(FeelPlace at, FeelNode[] arguments)
    {
        foreach (var argument in arguments)
        {
            if (argument.Type.Kind is not (null or FeelKind.Text or FeelKind.Number))
            {
                throw new FeelException(argument.Place.Error("SUP5111", FeelType.Text.Name, argument.Type.Name));
            }
        }

        return new ParameterNode(Place, parameter, arguments);
    }

    public override FeelValue Evaluate(FeelRun run, FeelFrame? frame) => throw new InvalidOperationException("A parameter with keys is called.");
}
