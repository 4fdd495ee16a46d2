using Supervision.Decisions;
using Supervision.Rules.Facts;

namespace Supervision.Rules.Packs;

/// <summary>Checks that what packs use of each other is there, is what they take it for, and leads to no circle.</summary>
internal static class UseChecks
{
    /// <param name="policies">All versions by policy id.</param>
    public static IEnumerable<RulePackError> Of(IReadOnlyDictionary<string, List<RulePack>> policies) => policies.Values
        .SelectMany(versions => versions)
        .SelectMany(pack => pack.Uses.SelectMany(use => Of(pack, use, policies)))
        .Concat(Circles(policies));

    private static IEnumerable<RulePackError> Of(RulePack pack, PackUse use, IReadOnlyDictionary<string, List<RulePack>> policies)
    {
        if (!policies.TryGetValue(use.Policy, out var versions))
        {
            return [Error(pack, use, "SUP5214", use.Policy, string.Join(", ", policies.Keys.Order(StringComparer.Ordinal)))];
        }

        return versions.Where(version => version.Effective.Overlaps(pack.Effective)).SelectMany(version => Of(pack, use, version));
    }

    private static IEnumerable<RulePackError> Of(RulePack pack, PackUse use, RulePack version)
    {
        var known = version.Risk is null && version.Draw is null
            ? version.Decisions.Values.SelectMany(decision => decision.Outputs.Select((output, at) => (Name: decision.NameOf(at), output.Type))).ToList()
            : [];
        var (name, type) = known.Find(decision => string.Equals(decision.Name, use.Decision, StringComparison.Ordinal));
        if (name is null)
        {
            yield return Error(pack, use, "SUP5215", version.ToString(), use.Decision, string.Join(", ", known.Select(decision => decision.Name)));
        }
        else if (!Fits(type, use.Type))
        {
            yield return Error(pack, use, "SUP5216", use.Name, use.Type.ToString(), version.ToString(), type.ToString());
        }
    }

    // The same words in the same order: what one pack calls its worst grade must not be the other's best.
    private static bool Fits(FactType given, FactType taken) => given.Kind == taken.Kind
        && (taken.Words is null || (given.Words is not null && given.Words.SequenceEqual(taken.Words, StringComparer.Ordinal)))
        && (given.Scale is null) == (taken.Scale is null);

    private static IEnumerable<RulePackError> Circles(IReadOnlyDictionary<string, List<RulePack>> policies)
    {
        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (var start in policies.Keys.Order(StringComparer.Ordinal))
        {
            if (Circle(start, [], done, policies) is { } circle)
            {
                yield return circle;
            }
        }
    }

    private static RulePackError? Circle(string policy, List<string> path, HashSet<string> done, IReadOnlyDictionary<string, List<RulePack>> policies)
    {
        if (!policies.TryGetValue(policy, out var versions) || done.Contains(policy))
        {
            return null;
        }

        path.Add(policy);
        foreach (var (pack, use) in versions.SelectMany(pack => pack.Uses.Select(use => (pack, use))))
        {
            var at = path.IndexOf(use.Policy);
            if (at >= 0)
            {
                done.UnionWith(path);
                return Error(pack, use, "SUP5217", string.Join(" → ", path.Skip(at).Append(use.Policy)));
            }

            if (Circle(use.Policy, path, done, policies) is { } circle)
            {
                return circle;
            }
        }

        path.RemoveAt(path.Count - 1);
        done.Add(policy);
        return null;
    }

    private static RulePackError Error(RulePack pack, PackUse use, string code, params IReadOnlyList<string> arguments) =>
        new(pack.File, use.Line, use.Column, $"uses.{use.Name}", code, Message.Of(code, [.. arguments]));
}
