using Supervision.Rules.Feel;
using Supervision.Rules.Feel.Tree;
using Supervision.Rules.Packs;

namespace Supervision.Rules.Decisions;

/// <summary>Unary tests of constants as what passes them: intervals of numbers, or words.</summary>
internal static class ConstantTests
{
    /// <summary>The tests of a cell.</summary>
    /// <exception cref="FeelException">SUP5025: a test is not made of constants, or lets nothing pass. SUP5011: a number is too fine.</exception>
    public static UnaryTest Of(UnaryTestsNode node, string text, ColumnType type, int scale)
    {
        if (node.Tests.Count == 0)
        {
            return new UnaryTest("-", null, null);
        }

        if (type.IsNumber)
        {
            var intervals = node.Tests.SelectMany(test => Intervals(test.Node) ?? throw Unusable(test.Node)).ToArray();
            foreach (var bound in intervals.SelectMany(interval => (decimal[])[interval.Low, interval.High]))
            {
                if (bound is not (decimal.MinValue or decimal.MaxValue) && decimal.Round(bound, scale) != bound)
                {
                    throw new FeelException(node.Place.Error("SUP5011", Invariant.Text(bound), Invariant.Text(scale)));
                }
            }

            return new UnaryTest(text, node.IsNegated ? Outside(intervals) : intervals, null);
        }

        var words = node.Tests.SelectMany(test => Words(test.Node) ?? throw Unusable(test.Node)).ToArray();
        return new UnaryTest(text, null, node.IsNegated ? [.. type.Words!.Except(words, StringComparer.Ordinal)] : words);
    }

    /// <summary>The numbers that a test lets pass, or null where that is not a matter of constant numbers.</summary>
    public static Interval[]? Intervals(FeelNode node) => node switch
    {
        ConstantNode { Value.IsNumber: true } constant => [new(constant.Value.Number, true, constant.Value.Number, true)],
        OpenRangeNode { Sign: "!=", Parts: [ConstantNode { Value.IsNumber: true } constant] } =>
            Outside([new(constant.Value.Number, true, constant.Value.Number, true)]),
        OpenRangeNode { Parts: [ConstantNode { Value.IsNumber: true } constant] } open => [Open(open.Sign, constant.Value.Number)],
        RangeNode { Parts: [ConstantNode { Value.IsNumber: true } low, ConstantNode { Value.IsNumber: true } high] } range
            when low.Value.Number <= high.Value.Number =>
            [new(low.Value.Number, range.HasLow, high.Value.Number, range.HasHigh)],
        ListNode list when list.Parts.Select(Intervals).ToList() is var all && !all.Contains(null) => [.. all.SelectMany(one => one!)],
        _ => null,
    };

    /// <summary>The words that a test lets pass, true and false among them; null where it is not a matter of constant words.</summary>
    public static string[]? Words(FeelNode node) => node switch
    {
        ConstantNode { Value.Kind: FeelKind.Text } constant => [constant.Value.Text],
        ConstantNode { Value.Kind: FeelKind.Boolean } constant => [constant.Value.IsTrue ? "true" : "false"],
        ListNode list when list.Parts.Select(Words).ToList() is var all && !all.Contains(null) => [.. all.SelectMany(one => one!)],
        _ => null,
    };

    /// <summary>The numbers in none of the intervals.</summary>
    public static Interval[] Outside(Interval[] intervals)
    {
        var rest = new List<Interval>();
        var (low, lowIn) = (decimal.MinValue, true);
        var isOpen = true;
        foreach (var next in intervals.OrderBy(interval => interval.Low).ThenByDescending(interval => interval.LowIn))
        {
            if (isOpen && (next.Low > low || (next.Low == low && lowIn && !next.LowIn)))
            {
                rest.Add(new(low, lowIn, next.Low, !next.LowIn));
            }

            if (next.High > low || (next.High == low && next.HighIn))
            {
                (low, lowIn) = (next.High, !next.HighIn);
            }

            isOpen = low != decimal.MaxValue;
        }

        return isOpen ? [.. rest, new(low, lowIn, decimal.MaxValue, true)] : [.. rest];
    }

    private static Interval Open(string sign, decimal end) => sign switch
    {
        "<" => new(decimal.MinValue, true, end, false),
        "<=" => new(decimal.MinValue, true, end, true),
        ">" => new(end, false, decimal.MaxValue, true),
        ">=" => new(end, true, decimal.MaxValue, true),
        _ => new(end, true, end, true),
    };

    private static FeelException Unusable(FeelNode test) => new(test.Place.Error("SUP5025", test.Place.Source.Text[test.Place.Offset..]));
}
