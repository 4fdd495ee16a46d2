using Supervision.Rules.Feel.Tree;

namespace Supervision.Rules.Feel.Syntax;

/// <summary>Operands: literals, brackets, lists, ranges and contexts.</summary>
internal sealed partial class FeelParser
{
    private FeelNode Primary()
    {
        Skip();
        var start = At;
        switch (Here)
        {
            case '"': return new ConstantNode(Place(start), FeelValue.Of(String()));
            case '@': return Temporal();
            case '(': return Bracket();
            case '[': return ListOrRange();
            case ']': return OpenStart();
            case '{': return Context();
        }

        if (IsNumberHere)
        {
            return Number();
        }

        return Keyword(start) ?? Name();
    }

    private FeelNode? Keyword(int start)
    {
        if (_scope.Knows(PeekWord()))
        {
            return null;
        }

        if (TakeWord("true"))
        {
            return new ConstantNode(Place(start), FeelValue.True);
        }

        if (TakeWord("false"))
        {
            return new ConstantNode(Place(start), FeelValue.False);
        }

        if (TakeWord("null"))
        {
            return new ConstantNode(Place(start), FeelValue.Null);
        }

        return TakeWord("if") ? If(start)
            : TakeWord("for") ? For(start)
            : TakeWord("some") ? Quantified(start, isSome: true)
            : TakeWord("every") ? Quantified(start, isSome: false)
            : IsWord("function") && NextLetter(At + 8) == '(' ? FunctionDefinition(start)
            : null;
    }

    private string PeekWord()
    {
        var start = At;
        var word = Word();
        At = start;
        return word;
    }

    /// <summary>A bracketed expression, or an interval without its lower end.</summary>
    private FeelNode Bracket()
    {
        var start = At++;
        var node = Inside();
        if (Take(".."))
        {
            return Range(start, node, hasLow: false);
        }

        Demand(")");
        _bracketed.Add(node);
        return node;
    }

    private FeelNode ListOrRange()
    {
        var start = At++;
        if (Take("]"))
        {
            return new ConstantNode(Place(start), FeelValue.EmptyList);
        }

        var items = new List<FeelNode> { Inside() };
        if (Take(".."))
        {
            return Range(start, items[0], hasLow: true);
        }

        while (Take(","))
        {
            items.Add(Inside());
        }

        Demand("]");
        return Sized(new ListNode(Place(start), [.. items]));
    }

    private FeelNode OpenStart()
    {
        var start = At++;
        var low = Inside();
        Demand("..");
        return Range(start, low, hasLow: false);
    }

    private FeelNode Range(int start, FeelNode low, bool hasLow)
    {
        var isRangeEnd = _isRangeEnd;
        _isRangeEnd = true;
        var high = Additive();
        _isRangeEnd = isRangeEnd;
        Skip();
        var hasHigh = Here == ']';
        if (Here is not (']' or ')' or '['))
        {
            throw Expected("]");
        }

        At++;
        if (IsStrict && !low.Type.CanBe(high.Type))
        {
            throw Error(start, "SUP5110", "..", low.Type.Name, high.Type.Name);
        }

        return Sized(new RangeNode(Place(start), low, hasLow, high, hasHigh));
    }

    private FeelNode Context()
    {
        var start = At++;
        var names = new List<string>();
        var values = new List<FeelNode>();
        var outer = _scope;
        _scope = outer.Inner();
        if (!Take("}"))
        {
            do
            {
                Entry(names, values);
            }
            while (Take(","));
            Demand("}");
        }

        _scope = outer;
        return Sized(new ContextNode(Place(start), [.. names], [.. values]));
    }

    private void Entry(List<string> names, List<FeelNode> values)
    {
        Skip();
        var start = At;
        var name = Here == '"' ? String() : Words("");
        Demand(":");
        if (names.Contains(name, StringComparer.Ordinal))
        {
            throw Error(start, "SUP5105", name);
        }

        // A function may call itself.
        names.Add(name);
        if (IsWord("function"))
        {
            _scope.Add(name, FeelType.AnyFunction);
        }

        var value = Inside();
        values.Add(value);
        _scope.Add(name, value.Type);
    }
}
