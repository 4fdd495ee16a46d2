using Supervision.Rules.Packs.Yaml;

namespace Supervision.Rules.Packs;

/// <summary>A parameter must have the keys that its use asks for, at every date, so that a case can't find a hole.</summary>
internal static class ParameterKeys
{
    public static void Check(PackReader reader, PackNode use, Parameter parameter, IReadOnlyList<string> keys)
    {
        foreach (var value in parameter.Values)
        {
            var missing = keys.Where(key => !value.Numbers.ContainsKey(key)).ToList();
            if (missing.Count > 0)
            {
                reader.Errors.Add(
                    use, "SUP5021", parameter.Name, Invariant.Text(value.From),
                    missing[0].Length == 0 ? "one number, without keys" : string.Join(", ", missing));
            }
        }
    }
}
