using Supervision.Rules.Feel.Tree;

namespace Supervision.Rules.Feel;

/// <summary>Whether a value passes a test, that is: equals it, is one of its items, or lies inside it.</summary>
internal static class FeelTest
{
    public static bool? Passes(FeelRun run, FeelNode at, FeelValue value, FeelValue test)
    {
        if (test.Kind == FeelKind.Range)
        {
            return value.Kind == FeelKind.Range ? FeelOrder.AreEqual(value, test) : test.Range.Contains(value);
        }

        if (test.Kind != FeelKind.List)
        {
            return FeelOrder.AreEqual(value, test);
        }

        run.Charge(at, test.List.Count);
        foreach (var item in test.List.Items)
        {
            if ((item.Kind == FeelKind.Range && value.Kind != FeelKind.Range ? item.Range.Contains(value) : FeelOrder.AreEqual(value, item)) is true)
            {
                return true;
            }
        }

        return value.Kind == FeelKind.List && FeelOrder.AreEqual(value, test) is true;
    }
}
