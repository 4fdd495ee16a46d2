using Supervision.Rules.Feel.Functions;
using Supervision.Rules.Feel.Tree;

namespace Supervision.Rules.Feel.Syntax;

/// <summary>Names, and calls of the functions of the language.</summary>
internal sealed partial class FeelParser
{
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
