using Supervision.Rules.Feel.Tree;

namespace Supervision.Rules.Feel.Syntax;

/// <summary>What strict mode finds wrong before anything is evaluated: types that never go together, words that cannot occur.</summary>
internal sealed partial class FeelParser
{
    /// <summary>An operand of and, or, if: in strict mode a truth value, and no bare "in", which other engines read otherwise.</summary>
    private FeelNode Condition(FeelNode node)
    {
        if (IsStrict && node is InNode && !_bracketed.Contains(node))
        {
            throw new FeelException(node.Place.Error("SUP5104"));
        }

        return Truth(node);
    }

    private FeelNode Truth(FeelNode node)
    {
        if (IsStrict && !node.Type.CanBe(FeelType.Boolean))
        {
            throw new FeelException(node.Place.Error("SUP5111", FeelType.Boolean.Name, node.Type.Name));
        }

        return node;
    }

    // Two types that are never equal, or have no order.
    private void CheckComparison(int at, string sign, FeelNode left, FeelNode right)
    {
        if (!IsStrict)
        {
            return;
        }

        var isEquality = sign is "=" or "!=";
        if (!left.Type.CanBe(right.Type) || (!isEquality && (!HasOrder(left.Type) || !HasOrder(right.Type))))
        {
            throw Error(at, "SUP5110", sign, left.Type.Name, right.Type.Name);
        }

        CheckWords(left, right);
    }

    // A misspelt word would make the comparison false for ever; grades of two scales mean nothing to each other.
    private static void CheckWords(FeelNode left, FeelNode right)
    {
        if (left.Type.Scale is { } one && right.Type.Scale is { } other && one != other)
        {
            throw new FeelException(right.Place.Error("SUP5209", one, other));
        }

        var (known, asked) = left.Type.Words is null ? (right, left) : (left, right);
        if (known.Type.Words is { } words && WordsOf(asked) is { Count: > 0 } wanted && !wanted.Any(word => words.Contains(word, StringComparer.Ordinal)))
        {
            throw new FeelException(asked.Place.Error("SUP5012", wanted[0], string.Join(", ", words)));
        }
    }

    private static IReadOnlyList<string>? WordsOf(FeelNode node) =>
        node is ConstantNode { Value.Kind: FeelKind.Text } constant ? [constant.Value.Text] : node.Type.Words;

    // The words of a declared list have no order of their own: "B" < "C" would compare letters.
    private static bool HasOrder(FeelType type) => type.Words is null && type.Kind is null or FeelKind.Number or FeelKind.Text or FeelKind.Date or FeelKind.Time
        or FeelKind.DateTime or FeelKind.DayTimeDuration or FeelKind.YearMonthDuration;
}
