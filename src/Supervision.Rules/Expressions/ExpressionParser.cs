using Supervision.Rules.Facts;
using Supervision.Rules.Packs;

namespace Supervision.Rules.Expressions;

/// <summary>
/// Reads the part of FEEL that ledgers and stages need: literals, names, keyed parameters, comparisons, arithmetic without
/// quotients, and, or, not, min, max, if. Strict: an unknown name or a wrong type is an error with its place.
/// </summary>
internal sealed class ExpressionParser(
    string text, KnownNames names, IReadOnlyDictionary<string, Parameter> parameters, int scale)
{
    private const int MostDepth = 32;
    private const int MostLength = 2000;
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);
    private readonly ExpressionText _text = new(text);
    private int _depth;

    public RuleExpression Parse()
    {
        if (text.Length > MostLength)
        {
            throw new ExpressionException(0, "SUP5202", Invariant.Text(MostLength));
        }

        var root = Either();
        if (!_text.IsAtEnd)
        {
            throw _text.Unexpected();
        }

        return new RuleExpression(text, root.Type, root.Numbers, [.. _used.Order(StringComparer.Ordinal)], root.Evaluate);
    }

    /// <summary>A parameter of periods, with its keys.</summary>
    public PeriodExpression ParsePeriod()
    {
        var name = _text.TakeName() ?? throw _text.Unexpected();
        if (!parameters.TryGetValue(name, out var parameter) || !parameter.IsPeriod)
        {
            var known = parameters.Values.Where(one => one.IsPeriod).Select(one => one.Name);
            throw new ExpressionException(0, "SUP5020", name, string.Join(", ", known));
        }

        var keys = Keys();
        if (!_text.IsAtEnd)
        {
            throw _text.Unexpected();
        }

        KeyedParameter.Check(parameter, keys, 0);
        return new PeriodExpression(scope => parameter.GetPeriod(scope.On, KeyedParameter.Key(keys, scope)).Period);
    }

    private ExpressionNode Either()
    {
        if (++_depth > MostDepth)
        {
            throw new ExpressionException(_text.At, "SUP5202", Invariant.Text(MostDepth));
        }

        var left = Both();
        while (_text.TakeWord("or"))
        {
            var (first, second) = (Truth(left), Truth(Both()));
            left = new(left.Offset, FactType.Truth, scope => Fact.Of(first(scope).Truth || second(scope).Truth));
        }

        _depth--;
        return left;
    }

    private ExpressionNode Both()
    {
        var left = Comparison();
        while (_text.TakeWord("and"))
        {
            var (first, second) = (Truth(left), Truth(Comparison()));
            left = new(left.Offset, FactType.Truth, scope => Fact.Of(first(scope).Truth && second(scope).Truth));
        }

        return left;
    }

    private ExpressionNode Comparison()
    {
        var left = Sum();
        var sign = _text.TakeAny("<=", ">=", "!=", "=", "<", ">");
        if (sign is null)
        {
            return left;
        }

        var right = Sum();
        Comparable(left, right, sign);
        return new(left.Offset, FactType.Truth, scope => Fact.Of(Compare(Known(left, scope), Known(right, scope), sign)));
    }

    private ExpressionNode Sum()
    {
        var left = Product();
        while (_text.TakeAny("+", "-") is { } sign)
        {
            var (first, second) = (Number(left), Number(Product()));
            left = new(left.Offset, FactType.Number, sign is "+"
                ? scope => Fact.Of(first(scope).Number + second(scope).Number)
                : scope => Fact.Of(first(scope).Number - second(scope).Number));
        }

        return left;
    }

    private ExpressionNode Product()
    {
        var left = Unary();
        while (_text.TakeAny("*") is not null)
        {
            var (first, second) = (Number(left), Number(Unary()));
            left = new(left.Offset, FactType.Number, scope => Fact.Of(first(scope).Number * second(scope).Number));
        }

        return left;
    }

    private ExpressionNode Unary()
    {
        var at = _text.At;
        if (_text.TakeAny("-") is null)
        {
            return Primary();
        }

        var number = Primary();
        var value = Number(number);
        return new(at, FactType.Number, scope => Fact.Of(-value(scope).Number)) { Numbers = number.Numbers?.Select(one => -one).ToList() };
    }

    private ExpressionNode Primary()
    {
        var at = _text.At;
        if (_text.TakeAny("(") is not null)
        {
            var inner = Either();
            _text.Demand(")");
            return inner;
        }

        if (_text.TakeText() is { } word)
        {
            return new(at, FactType.OfWords([word]), _ => Fact.Of(word));
        }

        if (_text.TakeNumber() is { } digits)
        {
            return PackReader(digits, at);
        }

        if (_text.TakeWord("if"))
        {
            return Choice(at);
        }

        return _text.TakeWord("true") ? new(at, FactType.Truth, _ => Fact.Of(true))
            : _text.TakeWord("false") ? new(at, FactType.Truth, _ => Fact.Of(false))
            : Named(at, _text.TakeName() ?? throw _text.Unexpected());
    }

    private ExpressionNode PackReader(string digits, int at)
    {
        if (!Packs.Yaml.PackReader.TryExact(digits, scale, out var number))
        {
            throw new ExpressionException(at, "SUP5011", digits, Invariant.Text(scale));
        }

        return new(at, FactType.Number, _ => Fact.Of(number)) { Numbers = [number] };
    }

    private ExpressionNode Choice(int at)
    {
        var when = Truth(Either());
        _text.DemandWord("then");
        var yes = Either();
        _text.DemandWord("else");
        var no = Either();
        Comparable(yes, no, "=");
        var numbers = yes.Numbers is { } some && no.Numbers is { } others ? some.Concat(others).ToList() : null;
        return new(at, yes.Type.Words is null ? yes.Type : FactType.Text, scope => when(scope).Truth ? yes.Evaluate(scope) : no.Evaluate(scope)) { Numbers = numbers };
    }

    private ExpressionNode Named(int at, string name)
    {
        if (_text.TakeAny("(") is not null)
        {
            return Call(at, name);
        }

        if (parameters.TryGetValue(name, out var parameter) && names[name] is null)
        {
            _used.Add(name);
            return Parameter(at, parameter);
        }

        if (names[name] is { } type)
        {
            return type.Kind == FactKind.Record && type.Fields is not null ? Field(at, name, type) : Use(at, name, type);
        }

        throw name is "item"
            ? new ExpressionException(0, "SUP5022", text)
            : new ExpressionException(at, "SUP5020", name, string.Join(", ", names.Names.Concat(parameters.Keys)));
    }

    private ExpressionNode Use(int at, string name, FactType type)
    {
        _used.Add(name);
        return new(at, type, scope => scope.Value(name));
    }

    private ExpressionNode Field(int at, string root, FactType type)
    {
        _text.Demand(".");
        var field = _text.TakeName() ?? throw _text.Unexpected();
        if (!type.Fields!.TryGetValue(field, out var found))
        {
            throw new ExpressionException(at, "SUP5020", $"{root}.{field}", string.Join(", ", type.Fields.Keys.Select(one => $"{root}.{one}")));
        }

        _used.Add($"{root}.{field}");
        return new(at, found, scope => scope.Field(root, field));
    }

    private ExpressionNode Parameter(int at, Parameter parameter)
    {
        var keys = Keys();
        if (parameter.IsPeriod)
        {
            throw new ExpressionException(at, "SUP5010", "number", $"{parameter.Name} (period)");
        }

        KeyedParameter.Check(parameter, keys, at);
        return new(at, FactType.Number, scope =>
        {
            var (number, basis) = parameter.Get(scope.On, KeyedParameter.Key(keys, scope));
            scope.Basis ??= basis;
            return Fact.Of(number);
        })
        { Numbers = [.. parameter.Values.SelectMany(value => value.Numbers.Values)] };
    }

    private List<ExpressionNode> Keys()
    {
        var keys = new List<ExpressionNode>();
        while (_text.TakeAny("[") is not null)
        {
            keys.Add(Either());
            _text.Demand("]");
        }

        return keys;
    }

    private ExpressionNode Call(int at, string name)
    {
        if (name is "posted")
        {
            var line = _text.TakeName() ?? throw _text.Unexpected();
            _text.Demand(")");
            return names.Lines.Contains(line, StringComparer.Ordinal)
                ? new(at, FactType.Truth, scope => Fact.Of(scope.HasPosted(line)))
                : throw new ExpressionException(at, "SUP5203", line, string.Join(", ", names.Lines));
        }

        var arguments = new List<ExpressionNode> { Either() };
        while (_text.TakeAny(",") is not null)
        {
            arguments.Add(Either());
        }

        _text.Demand(")");
        return name switch
        {
            "not" when arguments.Count == 1 && Truth(arguments[0]) is { } truth => new(at, FactType.Truth, scope => Fact.Of(!truth(scope).Truth)),
            "min" => Best(at, arguments, Math.Min),
            "max" => Best(at, arguments, Math.Max),
            _ => throw new ExpressionException(at, "SUP5020", $"{name}()", "not, min, max, posted"),
        };
    }

    private ExpressionNode Best(int at, List<ExpressionNode> arguments, Func<decimal, decimal, decimal> better)
    {
        var values = arguments.Select(Number).ToList();
        return new(at, FactType.Number, scope => Fact.Of(values.Select(value => value(scope).Number).Aggregate(better)));
    }

    private Func<RuleScope, Fact> Truth(ExpressionNode node) => Typed(node, FactKind.Truth);

    private Func<RuleScope, Fact> Number(ExpressionNode node) => Typed(node, FactKind.Number);

    private Func<RuleScope, Fact> Typed(ExpressionNode node, FactKind wanted) => node.Type.Fits(wanted)
        ? scope => Known(node, scope)
        : throw new ExpressionException(node.Offset, "SUP5010", new FactType(wanted).ToString(), node.Type.ToString());

    // A missing field is never taken for false or zero.
    private Fact Known(ExpressionNode node, RuleScope scope) => node.Evaluate(scope) is { Kind: not FactKind.Absent } value
        ? value
        : throw new RuleEvaluationException("SUP5251", text[node.Offset..Math.Min(text.Length, node.Offset + 40)], Invariant.Text(scope.On));

    private static void Comparable(ExpressionNode left, ExpressionNode right, string sign)
    {
        var same = left.Type.Kind == right.Type.Kind;
        if (!same || (sign is not ("=" or "!=") && left.Type.Kind is not (FactKind.Number or FactKind.Date)))
        {
            throw new ExpressionException(right.Offset, "SUP5010", left.Type.ToString(), right.Type.ToString());
        }

        if (left.Type.Scale is { } one && right.Type.Scale is { } other && one != other)
        {
            throw new ExpressionException(right.Offset, "SUP5209", one, other);
        }

        // A misspelt word would make the comparison false for ever.
        if (left.Type.Words is { } known && right.Type.Words is { } asked && !asked.Any(word => known.Contains(word, StringComparer.Ordinal)))
        {
            throw new ExpressionException(right.Offset, "SUP5012", asked[0], string.Join(", ", known));
        }
    }

    private static bool Compare(Fact left, Fact right, string sign) => sign switch
    {
        "=" => left == right,
        "!=" => left != right,
        _ => Order(left, right) is var order && sign switch { "<" => order < 0, "<=" => order <= 0, ">" => order > 0, _ => order >= 0 },
    };

    private static int Order(Fact left, Fact right) =>
        left.Kind == FactKind.Date ? left.Date.CompareTo(right.Date) : left.Number.CompareTo(right.Number);
}
