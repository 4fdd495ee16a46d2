using Supervision.Rules.Feel.Functions;
using Supervision.Rules.Feel.Tree;

namespace Supervision.Rules.Feel.Syntax;

/// <summary>Operands: literals, names, brackets, and what stands behind them.</summary>
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

    private FeelNode Postfix(FeelNode node)
    {
        while (true)
        {
            Skip();
            var at = At;
            if (Here == '.' && Letter(1) != '.')
            {
                At++;
                node = Path(at, node);
            }
            else if (Here == '[' && !(_isRangeEnd && IsRangeEnd(At + 1)))
            {
                At++;
                node = Filter(at, node);
            }
            else if (Here == '(')
            {
                At++;
                var (names, arguments) = Arguments();
                node = Sized((names is null ? node.Called(Place(at), arguments) : null) ?? new CallNode(Place(at), node, names, arguments));
            }
            else
            {
                return node;
            }
        }
    }

    // "[" behind the upper end of a range closes it, unless what follows can only be a filter.
    private bool IsRangeEnd(int offset)
    {
        var next = NextLetter(offset);
        if (next is '\0' or ')' or ']' or '}' or ',' or ';' or '=' or '!' or '<' or '>' or '+' or '*' or '/' or '.')
        {
            return true;
        }

        var before = At;
        At = offset;
        var isEnd = IsWord("and") || IsWord("or") || IsWord("then") || IsWord("else") || IsWord("return") || IsWord("satisfies")
            || IsWord("in") || IsWord("between") || IsWord("instance");
        At = before;
        return isEnd;
    }

    private FeelNode Path(int at, FeelNode from)
    {
        Skip();
        var start = At;
        var type = from.Type.Kind == FeelKind.List ? from.Type.Element : from.Type;
        var most = Math.Max(_scope.MostTokens, type.Members is null ? 1 : type.Members.Keys.Select(FeelName.Tokens).DefaultIfEmpty().Max());
        if (!TryLongest(most, (name, _) => type.Members is { } members ? members.ContainsKey(name) : _scope.World.Entries.Contains(name), out var name))
        {
            name = Word();
        }

        if (name.Length == 0)
        {
            throw Expected("…");
        }

        if (!FeelProperty.CanHave(from.Type, name))
        {
            if (IsStrict)
            {
                throw Error(start, "SUP5112", name, Known(type));
            }
        }

        return Sized(from.Member(Place(at), name) ?? new PathNode(Place(at), from, name, FeelProperty.TypeOf(from.Type, name)));
    }

    private static string Known(FeelType type) => type.Members is { } members ? string.Join(", ", members.Keys.Take(20)) : type.Name;

    private FeelNode Filter(int at, FeelNode from)
    {
        if (IsStrict && from.Type.Kind == FeelKind.Function)
        {
            throw Error(at, "SUP5115");
        }

        var outer = _scope;
        var item = from.Type.Kind == FeelKind.List ? from.Type.Element : from.Type.Kind == FeelKind.Null ? FeelType.Any : from.Type;
        _scope = outer.Filter(item);
        var filter = Inside();
        _scope = outer;
        Demand("]");
        if (IsStrict && !filter.Type.CanBe(FeelType.Boolean) && !filter.Type.CanBe(FeelType.Number))
        {
            throw new FeelException(filter.Place.Error("SUP5111", FeelType.Boolean.Name, filter.Type.Name));
        }

        var type = filter.Type.Kind switch
        {
            FeelKind.Number => item,
            FeelKind.Boolean => FeelType.ListOf(item),
            _ => FeelType.Any,
        };
        return Sized(new FilterNode(Place(at), from, filter, type));
    }

    private FeelNode Name()
    {
        Skip();
        var start = At;
        if (!TryLongest(_scope.MostTokens, (name, end) => _scope.Knows(name) || (BuiltIns.Find(name) is not null && NextLetter(end) == '('), out var name))
        {
            name = Word();
        }

        if (name.Length == 0)
        {
            throw Expected("…");
        }

        _inputUses += name == "?" ? 1 : 0;
        _partialUses += name == "partial" ? 1 : 0;
        Skip();
        var found = _scope.Find(Place(start), name);
        var function = BuiltIns.Find(name);
        if (Here == '(' && function is not null && (found is null or FilterNameNode || !found.Type.CanBe(FeelType.AnyFunction)))
        {
            At++;
            var (names, arguments) = Arguments();
            return BuiltInCall(start, function, names, arguments);
        }

        if (found is not null)
        {
            return found;
        }

        if (function is not null)
        {
            return new ConstantNode(Place(start), FeelValue.Of(function));
        }

        if (FeelName.HalfWidth(name) is { } meant)
        {
            throw Error(start, "SUP5106", name, meant);
        }

        return Fail(start, "SUP5101", name, string.Join(", ", _scope.Names.Take(20)));
    }

    private (string[]? Names, FeelNode[] Arguments) Arguments()
    {
        if (Take(")"))
        {
            return (null, []);
        }

        var names = new List<string>();
        var arguments = new List<FeelNode>();
        var isNamed = IsArgumentName();
        do
        {
            if (isNamed)
            {
                names.Add(Words(""));
                Demand(":");
            }

            arguments.Add(Inside());
        }
        while (Take(","));
        Demand(")");
        return (isNamed ? [.. names] : null, [.. arguments]);
    }

    // A name and a colon: nothing else in the language looks so.
    private bool IsArgumentName()
    {
        Skip();
        var before = At;
        var isNamed = false;
        if (IsPartAt(At) && !char.IsAsciiDigit(Here))
        {
            Words("");
            isNamed = Here == ':';
        }

        At = before;
        return isNamed;
    }

    private FeelNode BuiltInCall(int start, BuiltInFunction function, string[]? names, FeelNode[] arguments)
    {
        var node = new BuiltInCallNode(Place(start), function, names, arguments);
        if (IsStrict && function.Mismatch(names, [.. arguments.Select(argument => argument.Type)]) is { } mismatch)
        {
            throw Error(start, "SUP5107", function.Forms, mismatch);
        }

        return Sized(node);
    }
}
