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

    /// <summary>The whole text as the tests of a cell; the scope's innermost name is <c>?</c>.</summary>
    public UnaryTestsNode ParseUnaryTests(FeelType input)
    {
        Skip();
        var start = At;
        if (Here == '-' && NextLetter(At + 1) == '\0')
        {
            return new UnaryTestsNode(Place(start), [], isNegated: false);
        }

        var isNegated = IsWord("not") && NextLetter(At + 3) == '(' && IsWholeNot();
        if (isNegated)
        {
            DemandWord("not");
            Demand("(");
        }

        var tests = new List<UnaryTestsNode.Test>();
        do
        {
            var uses = _inputUses;
            var node = Expression();
            tests.Add(new UnaryTestsNode.Test(node, _inputUses > uses));
            CheckTest(node, input, tests[^1].UsesInput);
        }
        while (Take(","));
        if (isNegated)
        {
            Demand(")");
        }

        End();
        return new UnaryTestsNode(Place(start), [.. tests], isNegated);
    }

    private void End()
    {
        Skip();
        if (!IsAtEnd)
        {
            throw Expected("␄");
        }
    }

    // not( … ) with nothing behind it is the negation of a cell; not(a) and b is an expression.
    private bool IsWholeNot()
    {
        var depth = 0;
        var isQuoted = false;
        for (var at = At; at < Text.Length; at++)
        {
            var letter = Text[at];
            if (isQuoted)
            {
                at += letter == '\\' ? 1 : 0;
                isQuoted = letter != '"';
            }
            else if (letter == '"')
            {
                isQuoted = true;
            }
            else if (letter == '(')
            {
                depth++;
            }
            else if (letter == ')' && --depth == 0)
            {
                return NextLetter(at + 1) == '\0';
            }
        }

        return true;
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

    // A comparison here, or null; "->" and the like are none.
    private string? Sign() => Here switch
    {
        '=' => "=",
        '!' when Letter(1) == '=' => "!=",
        '<' => Letter(1) == '=' ? "<=" : "<",
        '>' => Letter(1) == '=' ? ">=" : ">",
        _ => null,
    };

    /// <summary>What stands behind "in": one test, or several in brackets.</summary>
    private FeelNode[] Tests(FeelType about)
    {
        Skip();
        var start = At;
        if (Here != '(')
        {
            return [Checked(Test())];
        }

        At++;
        var isRangeEnd = _isRangeEnd;
        _isRangeEnd = false;
        var first = Expression();
        if (Take(".."))
        {
            _isRangeEnd = isRangeEnd;
            At = start;
            return [Checked(Additive())];
        }

        var tests = new List<FeelNode> { Checked(first) };
        while (Take(","))
        {
            tests.Add(Checked(Expression()));
        }

        Demand(")");
        _isRangeEnd = isRangeEnd;
        return [.. tests];

        FeelNode Checked(FeelNode test)
        {
            CheckTest(test, about, usesInput: false);
            return test;
        }
    }

    private FeelNode Test()
    {
        var start = At;
        if (Sign() is { } sign)
        {
            At += sign.Length;
            return Sized(new OpenRangeNode(Place(start), sign, Additive()));
        }

        return Additive();
    }

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

    // A test that can never pass because its type is another one's.
    private void CheckTest(FeelNode test, FeelType about, bool usesInput)
    {
        if (!IsStrict || about.Kind is null)
        {
            return;
        }

        if (usesInput)
        {
            Truth(test);
            return;
        }

        var type = test.Type.Kind is FeelKind.Range or FeelKind.List && test.Type.Kind != about.Kind ? test.Type.Element : test.Type;
        type = type.Kind == FeelKind.Range && about.Kind != FeelKind.Range ? type.Element : type;
        if (!type.CanBe(about))
        {
            throw new FeelException(test.Place.Error("SUP5111", about.Name, type.Name));
        }

        foreach (var word in test is ListNode list ? list.Parts : [test])
        {
            CheckWords(new ConstantNode(test.Place, FeelValue.Null, about), word);
        }
    }
}
