using Supervision.Credit;
using Supervision.Risk;
using Supervision.Rules.Credit;
using Supervision.Rules.Packs;
using Supervision.Rules.Risk;

namespace Supervision.Console.Policies;

/// <summary>The three policies a run decides by, from the packs that come with the console or from a folder.</summary>
internal sealed record PolicySet(ICreditPolicy Credit, IRiskPolicy Risk, IDrawRatioPolicy Ratios)
{
    private const string Prefix = "Rulepacks/";

    /// <summary>The packs of a folder (*.yaml, *.yml, *.json), or the built-in ones when no folder is named.</summary>
    /// <exception cref="RulePackException">A pack has errors, or its examples fail.</exception>
    /// <exception cref="InvalidOperationException">SUP5091: a question has no policy, or two.</exception>
    public static PolicySet Load(string? folder)
    {
        var files = folder is null ? BuiltIn() : InFolder(folder);
        var registry = new RulePackRegistry(files.Select(file => RulePackLoader.LoadForPublication(file.Name, file.Bytes)));
        return new PolicySet(
            new CreditPolicy(registry, Only(registry, RulePackPurpose.Credit, folder)),
            new RiskPolicy(registry, Only(registry, RulePackPurpose.Risk, folder)),
            new DrawRatioPolicy(registry, Only(registry, RulePackPurpose.DrawRatios, folder)));
    }

    private static string Only(RulePackRegistry registry, RulePackPurpose purpose, string? folder)
    {
        var ids = registry.Packs.Where(pack => pack.Purpose == purpose).Select(pack => pack.Reference.Id)
            .Distinct(StringComparer.Ordinal).ToList();
        return ids.Count == 1
            ? ids[0]
            : throw new InvalidOperationException(
                $"SUP5091: {folder ?? "the built-in set"} must hold exactly one policy with a '{purpose}' part, but holds {ids.Count}: {string.Join(", ", ids)}.");
    }

    private static IEnumerable<(string Name, byte[] Bytes)> BuiltIn()
    {
        var assembly = typeof(PolicySet).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            yield return (name[Prefix.Length..], bytes.ToArray());
        }
    }

    private static IEnumerable<(string Name, byte[] Bytes)> InFolder(string folder) =>
        Directory.EnumerateFiles(folder)
            .Where(file => Path.GetExtension(file) is ".yaml" or ".yml" or ".json")
            .Order(StringComparer.Ordinal)
            .Select(file => (Path.GetFileName(file), File.ReadAllBytes(file)));
}
