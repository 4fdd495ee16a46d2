namespace Supervision.Rules.Feel.Tree;

/// <summary>Two operands and one of + - * / **.</summary>
internal sealed class ArithmeticNode(FeelPlace place, string sign, FeelNode left, FeelNode right, FeelType type)
    : FeelNode(place, type, left, right)
{
    private readonly char _sign = sign == "**" ? '^' : sign[0];

    /// <summary>Whether the result is exact, as far as its digits fit.</summary>
    public bool IsExact => _sign is not ('/' or '^');

    public override FeelValue Evaluate(FeelRun run, FeelFrame? frame)
    {
        var a = left.Evaluate(run, frame);
        var b = right.Evaluate(run, frame);
        if (a.IsNumber && b.IsNumber)
        {
            return Numbers(run, a.Number, b.Number);
        }

        return FeelArithmetic.Apply(run, this, _sign, a, b) is { } value
            ? value
            : run.Null(this, "SUP5110", sign, FeelDescription.Of(a), FeelDescription.Of(b));
    }

    private FeelValue Numbers(FeelRun run, decimal a, decimal b)
    {
        try
        {
            switch (_sign)
            {
                case '+': return FeelValue.Of(a + b);
                case '-': return FeelValue.Of(a - b);
                case '*': return FeelValue.Of(a * b);
                case '/': return b == 0 ? run.Null(this, "SUP5121") : FeelValue.Of(a / b);
                default:
                    return FeelMath.Power(a, b) is { } power
                        ? FeelValue.Of(power)
                        : run.Null(this, "SUP5110", sign, FeelText.Of(a), FeelText.Of(b));
            }
        }
        catch (OverflowException)
        {
            return run.Null(this, "SUP5122");
        }
    }
}
