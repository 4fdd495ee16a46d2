using Supervision.Rules.Packs;

namespace Supervision.Rules.Expressions;

/// <summary>Looks a parameter up under one or two keys: <c>点值[item.severity]</c>, <c>点值[item.code][item.severity]</c>.</summary>
internal static class KeyedParameter
{
    /// <summary>Between the keys of one number, so that a message reads 点值[a][b].</summary>
    public const string Between = "][";

    /// <summary>Where the keys' words are known, each date must have a number for each of them.</summary>
    public static void Check(Parameter parameter, IReadOnlyList<ExpressionNode> keys, int at)
    {
        foreach (var value in parameter.Values)
        {
            var missing = Combinations(keys)?.Where(key => !value.Has(key)).ToList() ?? [];
            if (missing.Count > 0 || (keys.Count == 0) != value.Has(""))
            {
                throw new ExpressionException(
                    at, "SUP5021", parameter.Name, Invariant.Text(value.From),
                    keys.Count == 0 ? "one number, without keys" : string.Join(", ", missing.Take(10)));
            }
        }
    }

    public static string Key(IReadOnlyList<ExpressionNode> keys, RuleScope scope) => keys.Count switch
    {
        0 => "",
        1 => keys[0].Evaluate(scope).ToString(),
        _ => string.Join(Between, keys.Select(key => key.Evaluate(scope).ToString())),
    };

    // Null where a key can be any text.
    private static IEnumerable<string>? Combinations(IReadOnlyList<ExpressionNode> keys)
    {
        IEnumerable<string> all = [""];
        foreach (var (at, key) in keys.Index())
        {
            if (key.Type.Words is not { } words)
            {
                return null;
            }

            all = all.SelectMany(before => words.Select(word => at == 0 ? word : before + Between + word)).ToList();
        }

        return keys.Count == 0 ? null : all;
    }
}
