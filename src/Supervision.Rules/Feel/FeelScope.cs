namespace Supervision.Rules.Feel;

/// <summary>The names that an expression may use, each with its type. Immutable; thread-safe.</summary>
public sealed class FeelScope
{
    private readonly KeyValuePair<string, FeelType>[] _names;

    /// <summary>A scope of these names. A name may hold spaces and letters of any script, and . / - ' + *.</summary>
    /// <exception cref="ArgumentException">A name stands twice, or is no name of the language.</exception>
    public FeelScope(params IEnumerable<KeyValuePair<string, FeelType>> names)
    {
        _names = [.. names.Select(name => new KeyValuePair<string, FeelType>(FeelName.Normalized(name.Key), name.Value))];
        foreach (var (name, _) in _names)
        {
            if (!IsName(name))
            {
                throw new ArgumentException($"'{name}' is no name of FEEL.", nameof(names));
            }
        }

        if (_names.DistinctBy(name => name.Key, StringComparer.Ordinal).Count() < _names.Length)
        {
            throw new ArgumentException("A name stands twice.", nameof(names));
        }
    }

    /// <summary>The scope without names.</summary>
    public static FeelScope Empty { get; } = new();

    /// <summary>The names in the order in which they were given, with their types.</summary>
    public IReadOnlyList<KeyValuePair<string, FeelType>> Names => _names;

    private static bool IsName(string name)
    {
        var isFirst = true;
        foreach (var rune in name.EnumerateRunes())
        {
            if (isFirst ? !FeelName.IsStart(rune) : !FeelName.IsPart(rune) && !(rune.IsAscii && (rune.Value == ' ' || FeelName.IsSymbol((char)rune.Value))))
            {
                return false;
            }

            isFirst = false;
        }

        return !isFirst;
    }
}
