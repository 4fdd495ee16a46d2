using Supervision.Rules.Feel.Tree;

namespace Supervision.Rules.Feel.Syntax;

/// <summary>What stands behind an operand: a path, a filter, a call.</summary>
internal sealed partial class FeelParser
{
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
}
