using Supervision.Rules.Packs.Yaml;
using Supervision.Rules.Testing;

namespace Supervision.Rules.Packs;

/// <summary>Reads rule packs from bytes; the host reads the files. Thread-safe.</summary>
public static class RulePackLoader
{
    /// <summary>Reads and checks a pack.</summary>
    /// <param name="name">Name for error texts, such as the file's name.</param>
    /// <param name="bytes">The pack: YAML or JSON in UTF-8, at most 1 MiB.</param>
    /// <exception cref="RulePackException">The pack has errors; all that could be found are in it.</exception>
    public static RulePack Load(string name, ReadOnlyMemory<byte> bytes)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        var errors = new PackErrors(name);
        var root = YamlTree.Parse(bytes.Span, errors);
        var pack = new RulePackReader(new PackReader(errors), name, bytes).Read(root);
        errors.ThrowIfAny();
        return pack;
    }

    /// <summary>Reads a pack that is about to be used on real subjects: it must have examples, and all must pass.</summary>
    /// <param name="name">Name for error texts, such as the file's name.</param>
    /// <param name="bytes">The pack: YAML or JSON in UTF-8, at most 1 MiB.</param>
    /// <exception cref="RulePackException">The pack has errors, no examples, or examples that fail.</exception>
    public static RulePack LoadForPublication(string name, ReadOnlyMemory<byte> bytes)
    {
        var pack = Load(name, bytes);
        var errors = new PackErrors(name);
        if (pack.Examples.Count == 0)
        {
            errors.Add(1, 1, "examples", "SUP5041");
        }

        foreach (var failed in RulePackExamples.Run(pack).Where(result => !result.Passed))
        {
            errors.Add(failed.Line, failed.Column, $"examples.{failed.Name}", "SUP5040", string.Join("; ", failed.Failures));
        }

        errors.ThrowIfAny();
        return pack;
    }
}
