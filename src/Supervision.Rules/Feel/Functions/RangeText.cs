using Supervision.Rules.Feel.Syntax;
using Supervision.Rules.Feel.Tree;

namespace Supervision.Rules.Feel.Functions;

/// <summary>Reads the text of an interval, as <c>range("[1..5]")</c> takes it: both ends are values, one may be left out.</summary>
internal static class RangeText
{
    private static readonly FeelLimits s_limits = new() { TextLength = 500, Nesting = 5, Steps = 100, Depth = 20 };

    public static FeelRange? TryRead(string text)
    {
        text = text.Trim();
        var dots = text.IndexOf("..", StringComparison.Ordinal);
        if (text.Length < 4 || dots < 0 || text[0] is not ('[' or '(' or ']') || text[^1] is not (']' or ')' or '['))
        {
            return null;
        }

        var low = text[1..dots].Trim();
        var high = text[(dots + 2)..^1].Trim();
        var hasLow = text[0] == '[';
        var hasHigh = text[^1] == ']';
        if (low.Length == 0 && high.Length == 0)
        {
            return null;
        }

        if (low.Length == 0)
        {
            return !hasLow && Value(high) is { } only ? new FeelRange(default, false, only, hasHigh, "") : null;
        }

        if (high.Length == 0)
        {
            return !hasHigh && Value(low) is { } only ? new FeelRange(only, hasLow, default, false, "") : null;
        }

        return Value(low) is { } from && Value(high) is { } to && FeelOrder.Compare(from, to) is <= 0 ? new FeelRange(from, hasLow, to, hasHigh) : null;
    }

    private static FeelValue? Value(string text)
    {
        try
        {
            var node = new FeelParser(new FeelSource(text), NameScope.Root([], NameWorld.Plain), FeelMode.Strict, s_limits).ParseExpression();
            var value = node is ConstantNode or BuiltInCallNode { HasConstantsOnly: true }
                ? node.Evaluate(new FeelRun(FeelMode.Strict, s_limits, [], null), null)
                : FeelValue.Null;
            return FeelOrder.Compare(value, value) is null ? null : value;
        }
        catch (FeelException)
        {
            return null;
        }
    }
}
