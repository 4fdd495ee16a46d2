namespace Supervision.Rules.Feel.Syntax;

/// <summary>What is known of names beyond their scope: how entries of contexts are called, and which types have a name.</summary>
internal sealed class NameWorld
{
    private readonly Func<string, FeelType?> _types;

    public NameWorld(IEnumerable<string> entries, Func<string, FeelType?> types)
    {
        Entries = entries.Concat(FeelProperty.NamesWithSpaces).ToHashSet(StringComparer.Ordinal);
        _types = types;
        MostTokens = Math.Max(Entries.Max(FeelName.Tokens), Functions.BuiltIns.MostTokens);
    }

    public static NameWorld Plain { get; } = new([], _ => null);

    /// <summary>Names that entries of contexts have somewhere in the model.</summary>
    public HashSet<string> Entries { get; }

    public int MostTokens { get; }

    public FeelType? Type(string name) => FeelType.Named(name) ?? _types(name);
}
