using Supervision.Decisions;
using Supervision.Sampling;

namespace Supervision.Console.Draws;

/// <summary>Subjects left out of a draw with the reason: lines "id,reason" of UTF-8 text, the first a header.</summary>
internal static class ExclusionFile
{
    private static readonly Dictionary<string, byte> s_reasons = new(StringComparer.Ordinal)
    {
        ["exempt"] = FrameStatus.Exempt,
        ["no-trouble"] = FrameStatus.NoTrouble,
        ["full-coverage"] = FrameStatus.FullCoverage,
    };

    /// <summary>The statuses by subject. SUP4234: a line has no such form, or names no reason.</summary>
    public static Outcome<Dictionary<string, byte>> Read(string path)
    {
        var exclusions = new Dictionary<string, byte>(StringComparer.Ordinal);
        foreach (var (index, line) in File.ReadLines(path).Index().Skip(1).Where(line => line.Item.Length > 0))
        {
            var fields = line.Split(',');
            if (fields.Length != 2 || !(s_reasons.TryGetValue(fields[1].Trim(), out var status) || (byte.TryParse(fields[1], out status) && status > 5)))
            {
                return Refusal.Of(
                    "SUP4234", Path.GetFileName(path), (index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture), line,
                    string.Join(", ", s_reasons.Keys));
            }

            exclusions[fields[0].Trim()] = status;
        }

        return exclusions;
    }
}
