using Supervision.Rules.Feel.Tree;

namespace Supervision.Rules.Feel.Syntax;

/// <summary>Tests: those of a cell, and what stands behind <c>in</c>.</summary>
internal sealed partial class FeelParser
{
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
