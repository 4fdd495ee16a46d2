using Supervision.Registry;

namespace Supervision.Hosting.Wording;

/// <summary>Names of divisions by their code (GB/T 2260), to be shown beside it. They are Chinese in every language. Thread-safe.</summary>
internal static class DivisionNames
{
    private static readonly Lazy<SortedList<string, string>> s_names = new(Read);

    /// <summary>The name with those of city and province before it, as "浙江省金华市义乌市"; null for a code that the list does not have.</summary>
    public static string? Find(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        if (code.Length != 6 || !s_names.Value.TryGetValue(code, out var own))
        {
            return null;
        }

        string[] above = [code[..2] + "0000", code[..4] + "00"];
        return string.Concat(above.Where(wider => wider != code && IsPlace(wider)).Select(wider => s_names.Value[wider])) + own;
    }

    /// <summary>The name with the code after it; the code alone where it has no name.</summary>
    public static string Of(string code) => Find(code) is { } name ? $"{name} {code}" : code;

    /// <summary>The divisions of an area by their codes, itself among them, for whoever has to choose one; all for an empty area.</summary>
    public static IEnumerable<string> In(string area) => s_names.Value.Keys.Where(code => IsPlace(code) && DivisionArea.Covers(area, code));

    // Districts of a municipality and counties right below a province are put under a heading that is no place: "市辖区", "省直辖县级行政区划".
    private static bool IsPlace(string code) => s_names.Value.TryGetValue(code, out var name) && !(code.EndsWith("00", StringComparison.Ordinal) && (name is "县" or "市辖区" || name.Contains("直辖县级", StringComparison.Ordinal)));

    private static SortedList<string, string> Read()
    {
        using var file = new StreamReader(typeof(DivisionNames).Assembly.GetManifestResourceStream("Divisions/divisions.csv")!);
        var names = new SortedList<string, string>(4096, StringComparer.Ordinal);
        file.ReadLine();
        while (file.ReadLine() is { } line)
        {
            names.Add(line[..6], line[7..]);
        }

        return names;
    }
}
