using Supervision.Rules.Packs;

namespace Supervision.Hosting.Policies;

/// <summary>Reads rule packs from a folder, or those that come with the hosts.</summary>
internal static class RulePackFiles
{
    /// <summary>The JSON Schema of packs, beside them for editors.</summary>
    public const string Schema = "rule-pack" + SchemaEnding;

    private const string Prefix = "Rulepacks/";
    private const string SchemaEnding = ".schema.json";

    /// <summary>The packs of a folder (*.yaml, *.yml, *.json), or the built-in ones when no folder is named.</summary>
    /// <exception cref="RulePackException">A pack has errors, or its examples fail.</exception>
    public static RulePackRegistry Load(string? folder) => new(
        Read(folder).Select(file => RulePackLoader.LoadForPublication(file.Name, file.Bytes)));

    /// <summary>The files of a folder, or the built-in ones, by name.</summary>
    public static IEnumerable<(string Name, byte[] Bytes)> Read(string? folder) => folder is null ? BuiltIn() : InFolder(folder);

    /// <summary>One pack of those that come with the hosts.</summary>
    public static byte[] BuiltIn(string name) => BuiltIn().Single(file => string.Equals(file.Name, name, StringComparison.Ordinal)).Bytes;

    /// <summary>The JSON Schema of packs.</summary>
    public static byte[] SchemaBytes() => Embedded(Prefix + Schema);

    private static IEnumerable<(string Name, byte[] Bytes)> BuiltIn() => typeof(RulePackFiles).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal) && !name.EndsWith(SchemaEnding, StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .Select(name => (name[Prefix.Length..], Embedded(name)));

    private static byte[] Embedded(string name)
    {
        using var stream = typeof(RulePackFiles).Assembly.GetManifestResourceStream(name)!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>The paths of the packs of a folder, in order.</summary>
    public static IEnumerable<string> Names(string folder) => Directory.EnumerateFiles(folder)
        .Where(file => Path.GetExtension(file) is ".yaml" or ".yml" or ".json" && !file.EndsWith(SchemaEnding, StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    /// <summary>The DMN models of a folder, in order; none come with the hosts.</summary>
    public static IEnumerable<(string Name, byte[] Bytes)> Models(string? folder) => folder is null ? []
        : Directory.EnumerateFiles(folder, "*.dmn").Order(StringComparer.Ordinal).Select(file => (Path.GetFileName(file), File.ReadAllBytes(file)));

    private static IEnumerable<(string Name, byte[] Bytes)> InFolder(string folder) =>
        Names(folder).Select(file => (Path.GetFileName(file), File.ReadAllBytes(file)));
}
