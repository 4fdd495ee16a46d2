namespace Supervision.Sampling;

/// <summary>Finds where two lists part.</summary>
internal static class Differences
{
    /// <summary>The first place at which the lists differ, or null. The end of a list reads "(none)".</summary>
    public static (string Expected, string Actual)? First(IReadOnlyList<string> expected, IReadOnlyList<string> actual)
    {
        for (var i = 0; i < Math.Max(expected.Count, actual.Count); i++)
        {
            var (left, right) = (At(expected, i), At(actual, i));
            if (!string.Equals(left, right, StringComparison.Ordinal))
            {
                return (left, right);
            }
        }

        return null;
    }

    /// <summary>The first of the differences, or null.</summary>
    public static (string Expected, string Actual)? FirstOf(IEnumerable<(string Expected, string Actual)> differences)
    {
        foreach (var difference in differences)
        {
            return difference;
        }

        return null;
    }

    private static string At(IReadOnlyList<string> list, int index) => index < list.Count ? list[index] : "(none)";
}
