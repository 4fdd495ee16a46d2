using Supervision.Rules.Feel.Tree;

namespace Supervision.Rules.Feel.Syntax;

/// <summary>What a word starts: if, for, some, every, function, and the names of types.</summary>
internal sealed partial class FeelParser
{
    private FeelNode If(int start)
    {
        var condition = Condition(Inside());
        DemandWord("then");
        var then = Inside();
        DemandWord("else");
        return Sized(new IfNode(Place(start), condition, then, Expression()));
    }

    private FeelNode For(int start)
    {
        var outer = _scope;
        var uses = _partialUses;
        var loop = Loop("return");
        var body = Expression();
        _scope = outer;
        return Sized(new ForNode(Place(start), loop, body, _partialUses > uses));
    }

    private FeelNode Quantified(int start, bool isSome)
    {
        var outer = _scope;
        var loop = Loop("satisfies");
        var condition = Condition(Expression());
        _scope = outer;
        return Sized(new QuantifiedNode(Place(start), isSome, loop, condition));
    }

    /// <summary>The variables up to a word; leaves the scope that their names are in.</summary>
    private FeelLoop Loop(string end)
    {
        _scope = _scope.Inner();
        _scope.Add("partial", FeelType.AnyList);
        var variables = new List<FeelLoop.Variable>();
        do
        {
            var name = Words("in");
            DemandWord("in");
            var from = Inside();
            var to = Take("..") ? Inside() : null;
            variables.Add(new FeelLoop.Variable(from, to));
            if (variables.Count > _limits.Nesting)
            {
                throw Error(At, "SUP5126", FeelText.Of(_limits.Nesting));
            }

            var type = to is null ? from.Type : FeelType.ListOf(from.Type);
            _scope.Put(variables.Count, name, type.Kind switch
            {
                FeelKind.List or FeelKind.Range => type.Element,
                null or FeelKind.Null => FeelType.Any,
                _ => type,
            });
        }
        while (Take(","));
        DemandWord(end);
        return new FeelLoop(variables);
    }

    private FeelNode FunctionDefinition(int start)
    {
        DemandWord("function");
        Demand("(");
        var outer = _scope;
        _scope = outer.Inner();
        var parameters = new List<FeelParameter>();
        if (!Take(")"))
        {
            do
            {
                var name = Words("");
                var type = Take(":") ? TypeHere() ?? FeelType.Any : FeelType.Any;
                _scope.Put(parameters.Count, name, type);
                parameters.Add(new FeelParameter(name, type));
            }
            while (Take(","));
            Demand(")");
        }

        var result = Take(":") ? TypeHere() : null;
        var isExternal = TakeWord("external");
        var at = At;
        var body = Expression();
        _scope = outer;
        return Sized(new FunctionNode(Place(start), parameters, isExternal ? Fail(at, "SUP5113") : body, result));
    }

    /// <summary>A type; null where nothing is called so.</summary>
    private FeelType? TypeHere()
    {
        if (++_nesting > _limits.Nesting)
        {
            throw Error(At, "SUP5126", FeelText.Of(_limits.Nesting));
        }

        Skip();
        var start = At;
        var type = Generic();
        if (type is null && IsStrict)
        {
            throw Error(start, "SUP5114");
        }

        _nesting--;
        return type;
    }

    private FeelType? Generic()
    {
        if (IsWord("list") && NextLetter(At + 4) == '<')
        {
            return Element("list", FeelType.ListOf);
        }

        if (IsWord("range") && NextLetter(At + 5) == '<')
        {
            return Element("range", FeelType.RangeOf);
        }

        if (IsWord("context") && NextLetter(At + 7) == '<')
        {
            return ContextType();
        }

        if (IsWord("function") && NextLetter(At + 8) == '<')
        {
            return FunctionType();
        }

        if (TryLongest(12, (name, _) => _scope.World.Type(name) is not null, out var known))
        {
            return _scope.World.Type(known);
        }

        // The name of a type that is not there may hold anything that a name holds.
        if (Word().Length == 0)
        {
            throw Expected("…");
        }

        while (Here == '.' && IsPartAt(At + 1))
        {
            At++;
            Word();
        }

        return null;
    }

    private FeelType? Element(string word, Func<FeelType, FeelType> of)
    {
        DemandWord(word);
        Demand("<");
        var element = TypeHere();
        Demand(">");
        return element is null ? null : of(element);
    }

    private FeelType? ContextType()
    {
        DemandWord("context");
        Demand("<");
        var members = new Dictionary<string, FeelType>(StringComparer.Ordinal);
        var isKnown = true;
        if (!Take(">"))
        {
            do
            {
                var name = Words("");
                Demand(":");
                var type = TypeHere();
                isKnown &= type is not null;
                members[name] = type ?? FeelType.Any;
            }
            while (Take(","));
            Demand(">");
        }

        return isKnown ? FeelType.ContextOf(members) : null;
    }

    private FeelType? FunctionType()
    {
        DemandWord("function");
        Demand("<");
        var parameters = new List<FeelType?>();
        if (!Take(">"))
        {
            do
            {
                parameters.Add(TypeHere());
            }
            while (Take(","));
            Demand(">");
        }

        Demand("->");
        var result = TypeHere();
        return result is null || parameters.Contains(null) ? null : FeelType.FunctionOf(parameters.ConvertAll(type => type!), result);
    }
}
