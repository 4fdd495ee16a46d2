using Supervision.Rules.Feel.Tree;

namespace Supervision.Rules.Feel.Syntax;

/// <summary>The names that are known at one place of an expression: those of the construct around it, then those further out.</summary>
internal sealed class NameScope
{
    private readonly NameScope? _outer;
    private readonly List<(string Name, FeelType Type)> _names = [];
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Func<FeelPlace, FeelNode>> _readers = new(StringComparer.Ordinal);
    private readonly NameWorld _world;
    private readonly FeelType? _item;
    private int _mostTokens;

    private NameScope(NameScope? outer, NameWorld world, FeelType? item)
    {
        _outer = outer;
        _world = world;
        _item = item;
        _mostTokens = Math.Max(outer?._mostTokens ?? 1, world.MostTokens);
    }

    /// <summary>The names as an expression sees them, inner ones first.</summary>
    public IEnumerable<string> Names => _names.Select(name => name.Name).Concat(_outer?.Names ?? []);

    public NameWorld World => _world;

    /// <summary>Words and symbols of the longest name that is known here.</summary>
    public int MostTokens => _mostTokens;

    private bool IsRoot => _outer is null;

    /// <summary>The free names of an expression.</summary>
    public static NameScope Root(IEnumerable<KeyValuePair<string, FeelType>> names, NameWorld world)
    {
        var scope = new NameScope(null, world, null);
        foreach (var (name, type) in names)
        {
            scope.Add(name, type);
        }

        return scope;
    }

    /// <summary>Adds a free name that is not one of the values given, but is read in a way of its own.</summary>
    public void Add(string name, FeelType type, Func<FeelPlace, FeelNode> reader)
    {
        Add(name, type);
        _readers[name] = reader;
    }

    /// <summary>A construct that binds names; each further one is added when it is read.</summary>
    public NameScope Inner() => new(this, _world, null);

    /// <summary>The inside of a filter over items of a type.</summary>
    public NameScope Filter(FeelType item)
    {
        var scope = new NameScope(this, _world, item);
        foreach (var member in item.Members?.Keys ?? [])
        {
            scope._mostTokens = Math.Max(scope._mostTokens, FeelName.Tokens(member));
        }

        return scope;
    }

    /// <summary>Adds a name; one that stands already keeps its place and gets the type.</summary>
    public int Add(string name, FeelType type)
    {
        if (_places.TryGetValue(name, out var place))
        {
            _names[place] = (name, type);
            return place;
        }

        _places.Add(name, _names.Count);
        _names.Add((name, type));
        _mostTokens = Math.Max(_mostTokens, FeelName.Tokens(name));
        return _names.Count - 1;
    }

    /// <summary>Puts a name at a place, where the places are counted and a name may hide an earlier one.</summary>
    public void Put(int place, string name, FeelType type)
    {
        while (_names.Count < place)
        {
            _names.Add(("", FeelType.Any));
        }

        _names.Add((name, type));
        _places[name] = place;
        _mostTokens = Math.Max(_mostTokens, FeelName.Tokens(name));
    }

    public bool Knows(string name)
    {
        for (var scope = this; scope is not null; scope = scope._outer)
        {
            if (scope._places.ContainsKey(name) || (scope._item is not null && scope.IsOfItem(name)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The node that reads a name; null when nothing here is called so.</summary>
    public FeelNode? Find(FeelPlace place, string name)
    {
        var filters = new List<int>();
        var depth = 0;
        for (var scope = this; scope is not null; scope = scope._outer, depth++)
        {
            if (scope._item is { } item)
            {
                var itself = name is "item" ? new LocalNameNode(place, depth, 0, item) : null;
                if (item.Members is { } members && members.TryGetValue(name, out var type))
                {
                    return Among(new PathNode(place, new LocalNameNode(place, depth, 0, item), name, type));
                }

                if (item.Kind is null or FeelKind.Context && item.Members is null)
                {
                    filters.Add(depth);
                }

                if (itself is not null)
                {
                    return Among(itself);
                }
            }
            else if (scope._places.TryGetValue(name, out var at))
            {
                return Among(scope._readers.TryGetValue(name, out var reader) ? reader(place)
                    : scope.IsRoot ? new RootNameNode(place, at, scope._names[at].Type)
                    : new LocalNameNode(place, depth, at, scope._names[at].Type));
            }
        }

        // Only the item can have it, if anything.
        return filters.Count == 0 ? null : new FilterNameNode(place, name, [.. filters], new FailingNode(place, "SUP5101", name, ""));

        FeelNode Among(FeelNode found) => filters.Count == 0 ? found : new FilterNameNode(place, name, [.. filters], found);
    }

    private bool IsOfItem(string name) =>
        name is "item" || (_item!.Members is { } members ? members.ContainsKey(name) : _item.Kind is null or FeelKind.Context && _world.Entries.Contains(name));
}
