using Supervision.Rules.Feel.Tree;

namespace Supervision.Rules.Feel.Syntax;

/// <summary>
/// Reads an expression: operators by precedence, from <c>or</c> down to the parts behind an operand. Names are looked up while
/// reading, since only the scope says where a name ends. Stops at the first error.
/// </summary>
internal sealed partial class FeelParser : LiteralReader
{
    private readonly FeelLimits _limits;
    private readonly HashSet<FeelNode> _bracketed = new(ReferenceEqualityComparer.Instance);
    private NameScope _scope;
    private int _nesting;
    private int _inputUses;
    private int _partialUses;
    private bool _isRangeEnd;

    public FeelParser(FeelSource source, NameScope scope, FeelMode mode, FeelLimits limits)
        : base(source, mode)
    {
        _scope = scope;
        _limits = limits;
        if (source.Text.Length > limits.TextLength)
        {
            throw Error(0, "SUP5103", FeelText.Of(limits.TextLength));
        }
    }

    private bool IsStrict => Mode == FeelMode.Strict;

    /// <summary>The whole text as one expression.</summary>
    public FeelNode ParseExpression()
    {
        var node = Expression();
        End();
        return node;
    }

    /// <summary>Several expressions separated by commas: the allowed values of a list, or of an output.</summary>
    public FeelNode[] ParseExpressions()
    {
        var nodes = new List<FeelNode>();
        do
        {
            nodes.Add(Expression());
        }
        while (Take(","));
        End();
        return [.. nodes];
    }

    private void End()
    {
        Skip();
        if (!IsAtEnd)
        {
            throw Expected("␄");
        }
    }

    private FeelNode Expression()
    {
        if (++_nesting > _limits.Nesting)
        {
            throw Error(At, "SUP5126", FeelText.Of(_limits.Nesting));
        }

        var node = Or();
        _nesting--;
        return node;
    }

    // Also inside brackets: a bracket ends what a range end forbids.
    private FeelNode Inside()
    {
        var isRangeEnd = _isRangeEnd;
        _isRangeEnd = false;
        var node = Expression();
        _isRangeEnd = isRangeEnd;
        return node;
    }

    private T Sized<T>(T node)
        where T : FeelNode => node.Height > _limits.Depth ? throw Error(At, "SUP5126", FeelText.Of(_limits.Depth)) : node;

    private FeelNode Or()
    {
        var left = And();
        while (IsWord("or"))
        {
            var at = At;
            DemandWord("or");
            var right = And();
            left = Sized(new LogicNode(Place(at), isAnd: false, Condition(left), Condition(right)));
        }

        return left;
    }

    private FeelNode And()
    {
        var left = Comparison();
        while (IsWord("and"))
        {
            var at = At;
            DemandWord("and");
            var right = Comparison();
            left = Sized(new LogicNode(Place(at), isAnd: true, Condition(left), Condition(right)));
        }

        return left;
    }

    private FeelNode Comparison()
    {
        Skip();
        if (Sign() is { } open)
        {
            var start = At;
            At += open.Length;
            return Sized(new OpenRangeNode(Place(start), open, Additive()));
        }

        var left = Additive();
        while (true)
        {
            Skip();
            var at = At;
            if (Sign() is { } sign)
            {
                At += sign.Length;
                var right = Additive();
                CheckComparison(at, sign, left, right);
                left = Sized(new ComparisonNode(Place(at), sign, left, right));
            }
            else if (TakeWord("between"))
            {
                var low = Additive();
                DemandWord("and");
                left = Sized(new BetweenNode(Place(at), left, low, Additive()));
            }
            else if (TakeWord("in"))
            {
                left = Sized(new InNode(Place(at), left, Tests(left.Type)));
            }
            else if (IsWord("instance"))
            {
                DemandWord("instance");
                DemandWord("of");
                left = Sized(TypeHere() is { } type ? new InstanceOfNode(Place(at), left, type) : Fail(at, "SUP5114"));
            }
            else
            {
                return left;
            }
        }
    }

    // A comparison here, or null; "->" and the like are none.
    private string? Sign() => Here switch
    {
        '=' => "=",
        '!' when Letter(1) == '=' => "!=",
        '<' => Letter(1) == '=' ? "<=" : "<",
        '>' => Letter(1) == '=' ? ">=" : ">",
        _ => null,
    };

    private FeelNode Additive()
    {
        var left = Multiplicative();
        while (true)
        {
            Skip();
            if (Here is not ('+' or '-'))
            {
                return left;
            }

            var at = At++;
            left = Arithmetic(at, Text[at].ToString(), left, Multiplicative());
        }
    }

    private FeelNode Multiplicative()
    {
        var left = Power();
        while (true)
        {
            Skip();
            if (Here is not ('*' or '/') || (Here == '*' && Letter(1) == '*'))
            {
                return left;
            }

            var at = At++;
            left = Arithmetic(at, Text[at].ToString(), left, Power());
        }
    }

    private FeelNode Power()
    {
        var left = Unary();
        while (Take("**"))
        {
            left = Arithmetic(At - 2, "**", left, Unary());
        }

        return left;
    }

    private FeelNode Arithmetic(int at, string sign, FeelNode left, FeelNode right)
    {
        var type = FeelArithmetic.TypeOf(sign == "**" ? '^' : sign[0], left.Type, right.Type);
        if (type is null && IsStrict)
        {
            throw Error(at, "SUP5110", sign, left.Type.Name, right.Type.Name);
        }

        return Sized(new ArithmeticNode(Place(at), sign, left, right, type ?? FeelType.Any));
    }

    private FeelNode Unary()
    {
        Skip();
        if (Here != '-')
        {
            return Postfix(Primary());
        }

        var start = At++;
        if (++_nesting > _limits.Nesting)
        {
            throw Error(At, "SUP5126", FeelText.Of(_limits.Nesting));
        }

        var operand = Unary();
        _nesting--;
        if (operand is ConstantNode { Value.IsNumber: true } constant)
        {
            return new ConstantNode(Place(start), FeelValue.Of(-constant.Value.Number));
        }

        return Sized(new NegateNode(Place(start), operand));
    }
}
