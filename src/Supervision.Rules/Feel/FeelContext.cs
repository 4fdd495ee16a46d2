namespace Supervision.Rules.Feel;

/// <summary>Named entries in the order in which they were written.</summary>
internal sealed class FeelContext : IEquatable<FeelContext>
{
    private const int MostSearchedInOrder = 8;

    private readonly KeyValuePair<string, FeelValue>[] _entries;
    private readonly Dictionary<string, int>? _places;

    private FeelContext(KeyValuePair<string, FeelValue>[] entries, Dictionary<string, int>? places)
    {
        _entries = entries;
        _places = places;
        Depth = 1 + entries.Select(entry => entry.Value.Depth).DefaultIfEmpty().Max();
    }

    public static FeelContext Empty { get; } = new([], null);

    public IReadOnlyList<KeyValuePair<string, FeelValue>> Entries => _entries;

    public int Depth { get; }

    public bool TryGet(string name, out FeelValue value)
    {
        var at = _places is null
            ? Array.FindIndex(_entries, entry => string.Equals(entry.Key, name, StringComparison.Ordinal))
            : _places.GetValueOrDefault(name, -1);
        value = at < 0 ? default : _entries[at].Value;
        return at >= 0;
    }

    public bool Equals(FeelContext? other) =>
        other is not null && other._entries.Length == _entries.Length
        && _entries.All(entry => other.TryGet(entry.Key, out var value) && value == entry.Value);

    public override bool Equals(object? obj) => Equals(obj as FeelContext);

    public override int GetHashCode() => _entries.Length;

    /// <summary>Collects entries; a name that comes again replaces the value and keeps its place.</summary>
    internal sealed class Builder
    {
        private readonly List<KeyValuePair<string, FeelValue>> _entries = [];
        private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);

        public bool TryAdd(string name, FeelValue value)
        {
            if (!_places.TryAdd(name, _entries.Count))
            {
                return false;
            }

            _entries.Add(new(name, value));
            return true;
        }

        public void Set(string name, FeelValue value)
        {
            if (!TryAdd(name, value))
            {
                _entries[_places[name]] = new(name, value);
            }
        }

        public FeelValue Build() => _entries.Count == 0
            ? FeelValue.Of(Empty)
            : FeelValue.Of(new FeelContext([.. _entries], _entries.Count > MostSearchedInOrder ? _places : null));
    }
}
