using Supervision.Rules.Packs;

namespace Supervision.Console.Policies;

/// <summary>Reads rule packs from a folder, or those that come with the console.</summary>
internal static class RulePackFiles
{
    private const string Prefix = "Rulepacks/";

    /// <summary>The packs of a folder (*.yaml, *.yml, *.json), or the built-in ones when no folder is named.</summary>
    /// <exception cref="RulePackException">A pack has errors, or its examples fail.</exception>
    public static RulePackRegistry Load(string? folder) => new(
        Read(folder).Select(file => RulePackLoader.LoadForPublication(file.Name, file.Bytes)));

    /// <summary>The files of a folder, or the built-in ones, by name.</summary>
    public static IEnumerable<(string Name, byte[] Bytes)> Read(string? folder) => folder is null ? BuiltIn() : InFolder(folder);

    /// <summary>One pack of those that come with the console.</summary>
    public static byte[] BuiltIn(string name) => BuiltIn().Single(file => string.Equals(file.Name, name, StringComparison.Ordinal)).Bytes;

    private static IEnumerable<(string Name, byte[] Bytes)> BuiltIn()
    {
        var assembly = typeof(RulePackFiles).Assembly;
        foreach (var name in assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            yield return (name[Prefix.Length..], bytes.ToArray());
        }
    }

    /// <summary>The paths of the packs of a folder, in order.</summary>
    public static IEnumerable<string> Names(string folder) => Directory.EnumerateFiles(folder)
        .Where(file => Path.GetExtension(file) is ".yaml" or ".yml" or ".json").Order(StringComparer.Ordinal);

    private static IEnumerable<(string Name, byte[] Bytes)> InFolder(string folder) =>
        Names(folder).Select(file => (Path.GetFileName(file), File.ReadAllBytes(file)));
}
