using Supervision.Rules.Feel;
using Supervision.Rules.Feel.Tree;
using Supervision.Rules.Packs.Expressions.Nodes;

namespace Supervision.Rules.Packs.Expressions;

/// <summary>What a pack demands of an expression beyond the language: exact numbers, named roundings, no clock.</summary>
internal static class ExpressionChecks
{
    // What gives digits without end; only a rounding says how many of them count.
    private static readonly HashSet<string> s_inexact = new(StringComparer.Ordinal) { "mean", "median", "stddev", "sqrt", "log", "exp" };

    private static readonly HashSet<string> s_rounding = new(StringComparer.Ordinal)
    {
        "decimal", "floor", "ceiling", "round up", "round down", "round half up", "round half down",
    };

    /// <summary>Checks an expression and says which names it reads.</summary>
    /// <exception cref="FeelException">It holds something that a pack must not.</exception>
    public static IReadOnlyList<string> Run(FeelNode root, int scale)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        Visit(root, scale, isRounded: false, names);
        return [.. names];
    }

    /// <summary>Every number it can ever be; null when that depends on the case.</summary>
    public static IReadOnlyList<decimal>? Numbers(FeelNode node) => node switch
    {
        ConstantNode { Value.IsNumber: true } constant => [constant.Value.Number],
        ParameterNode { Type: var type } parameter when type.Kind == FeelKind.Number => [.. parameter.Numbers],
        NegateNode => Numbers(node.Parts[0])?.Select(number => -number).ToList(),
        IfNode when Numbers(node.Parts[1]) is { } then && Numbers(node.Parts[2]) is { } otherwise => [.. then, .. otherwise],
        _ => null,
    };

    private static void Visit(FeelNode node, int scale, bool isRounded, SortedSet<string> names)
    {
        switch (node)
        {
            case FactNode fact:
                names.Add(fact.Name);
                break;
            case RecordNode record:
                names.UnionWith(record.Type.Members!.Keys.Select(field => $"{record.Name}.{field}"));
                break;
            case ParameterNode parameter:
                names.Add(parameter.Name);
                break;
            case KeyedParameterNode keyed:
                throw new FeelException(node.Place.Error("SUP5210", keyed.Name));
            case PostedNode { IsCalled: false }:
                throw new FeelException(node.Place.Error("SUP5210", "posted"));
            case ConstantNode { Value.IsNumber: true } constant when decimal.Round(constant.Value.Number, scale) != constant.Value.Number:
                throw new FeelException(node.Place.Error("SUP5011", FeelText.Of(constant.Value.Number), Invariant.Text(scale)));
            case ArithmeticNode { IsExact: false } when !isRounded:
                throw new FeelException(node.Place.Error("SUP5211"));
            case BuiltInCallNode { Function.Name: "now" or "today" }:
                throw new FeelException(node.Place.Error("SUP5212"));
            case BuiltInCallNode call when s_inexact.Contains(call.Function.Name) && !isRounded:
                throw new FeelException(node.Place.Error("SUP5211"));
            case BuiltInCallNode call:
                isRounded |= s_rounding.Contains(call.Function.Name);
                break;
            case FunctionNode function:
                // What calls it may not round.
                Visit(function.Body, scale, isRounded: false, names);
                break;
            default:
                break;
        }

        foreach (var part in node.Parts)
        {
            Visit(part, scale, isRounded, names);
        }
    }
}
