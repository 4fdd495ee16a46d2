namespace Supervision.Rules.Feel.Tree;

/// <summary>The tests of a cell; the value that they are about is <c>?</c>, the one value of the frame.</summary>
internal sealed class UnaryTestsNode(FeelPlace place, UnaryTestsNode.Test[] tests, bool isNegated)
    : FeelNode(place, FeelType.Boolean, [.. tests.Select(test => test.Node)])
{
    public IReadOnlyList<Test> Tests => tests;

    public bool IsNegated => isNegated;

    public override FeelValue Evaluate(FeelRun run, FeelFrame? frame)
    {
        if (tests.Length == 0)
        {
            return FeelValue.True;
        }

        var value = frame!.Values[0];
        bool? answer = false;
        foreach (var test in tests)
        {
            var against = test.Node.Evaluate(run, frame);
            bool? passes = test.UsesInput && against.Kind is FeelKind.Boolean or FeelKind.Null
                ? against.IsTrue
                : FeelTest.Passes(run, this, value, against);
            if (passes is true)
            {
                answer = true;
                break;
            }

            if (passes is null && answer is false)
            {
                run.Null(test.Node, "SUP5110", "in", FeelDescription.Of(value), FeelDescription.Of(against));
                answer = null;
            }
        }

        return answer is { } truth ? FeelValue.Of(truth != isNegated) : default;
    }

    /// <summary>One test of the cell, and whether it speaks of <c>?</c>, so that it is a condition and no value to compare with.</summary>
    internal readonly record struct Test(FeelNode Node, bool UsesInput);
}
