namespace Supervision.Architecture.Tests;

/// <summary>What an assembly may reference. The base library is always allowed.</summary>
/// <param name="allowed">Names of assemblies; a name that ends in '*' allows all that begin so.</param>
internal sealed class AssemblyReferences(params string[] allowed)
{
    private static readonly string s_baseLibrary = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    /// <summary>The references that are not allowed.</summary>
    public IReadOnlyList<string> Outside(IEnumerable<string> references) =>
        [.. references.Where(name => !IsBaseLibrary(name) && !IsAllowed(name)).Order(StringComparer.Ordinal)];

    private static bool IsBaseLibrary(string name) => File.Exists(Path.Combine(s_baseLibrary, name + ".dll"));

    private bool IsAllowed(string name) => Array.Exists(
        allowed,
        pattern => pattern.EndsWith('*') ? name.StartsWith(pattern[..^1], StringComparison.Ordinal) : name == pattern);
}
