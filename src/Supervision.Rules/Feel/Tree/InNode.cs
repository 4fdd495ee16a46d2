namespace Supervision.Rules.Feel.Tree;

/// <summary><c>value in test</c>, or in one of several tests.</summary>
internal sealed class InNode(FeelPlace place, FeelNode value, FeelNode[] tests)
    : FeelNode(place, FeelType.Boolean, [value, .. tests])
{
    public override FeelValue Evaluate(FeelRun run, FeelFrame? frame)
    {
        var about = value.Evaluate(run, frame);
        bool? answer = false;
        foreach (var test in tests)
        {
            var against = test.Evaluate(run, frame);
            switch (FeelTest.Passes(run, this, about, against))
            {
                case true:
                    return FeelValue.True;
                case null:
                    answer = null;
                    break;
                default:
                    break;
            }

            if (answer is null)
            {
                run.Null(this, "SUP5110", "in", FeelDescription.Of(about), FeelDescription.Of(against));
            }
        }

        return answer is null ? default : FeelValue.False;
    }
}
