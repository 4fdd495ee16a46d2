using Supervision.Rules.Packs.Yaml;

namespace Supervision.Rules.Differences;

/// <summary>
/// Compares two packs by what they say, not by their text: layout, comments, quotes and the order of keys that decides nothing do not count.
/// Thread-safe.
/// </summary>
public static class PackDiff
{
    /// <summary>What differs, in the order of the packs; nothing when they say the same.</summary>
    /// <param name="nameBefore">Name of the first pack, for error texts.</param>
    /// <param name="before">The first pack.</param>
    /// <param name="nameAfter">Name of the second pack, for error texts.</param>
    /// <param name="after">The second pack.</param>
    /// <exception cref="Packs.RulePackException">One of them cannot be read as YAML or JSON. It need not be free of other errors.</exception>
    public static IReadOnlyList<PackDifference> Of(
        string nameBefore, ReadOnlyMemory<byte> before, string nameAfter, ReadOnlyMemory<byte> after)
    {
        var differences = new List<PackDifference>();
        new NodeDiff(differences).Compare("", Tree(nameBefore, before), Tree(nameAfter, after));
        return differences;
    }

    private static PackNode Tree(string name, ReadOnlyMemory<byte> bytes)
    {
        var errors = new PackErrors(name);
        var tree = YamlTree.Parse(bytes.Span, errors);
        errors.ThrowIfAny();
        return tree;
    }
}
