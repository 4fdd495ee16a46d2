using Supervision.Rules.Packs.Yaml;

namespace Supervision.Rules.Differences;

/// <summary>Which item of one list is which item of another.</summary>
internal static class Pairing
{
    private const int MostCells = 4_000_000;

    /// <summary>By name or id where items have one; else equal items in their order, and what is left between them one by one.</summary>
    public static IEnumerable<(PackNode? Before, PackNode? After)> Of(IReadOnlyList<PackNode> before, IReadOnlyList<PackNode> after) =>
        AreNamed(before) && AreNamed(after)
            ? ByName(before, after)
            : InOrder([.. before.Select(NodeText.Of)], [.. after.Select(NodeText.Of)])
                .Select(pair => (pair.Before is { } from ? before[from] : null, pair.After is { } to ? after[to] : null));

    /// <summary>The names that both lists have, in the order of each.</summary>
    public static (IReadOnlyList<string> Before, IReadOnlyList<string> After) Named(
        IReadOnlyList<PackNode> before, IReadOnlyList<PackNode> after)
    {
        if (!AreNamed(before) || !AreNamed(after))
        {
            return ([], []);
        }

        var (from, to) = (before.Select(item => NameOf(item)!).ToList(), after.Select(item => NameOf(item)!).ToList());
        return ([.. from.Where(name => to.Contains(name, StringComparer.Ordinal))], [.. to.Where(name => from.Contains(name, StringComparer.Ordinal))]);
    }

    public static string? NameOf(PackNode node) => node is PackMapping mapping
        ? (NodeDiff.Find(mapping, "name") as PackScalar)?.Text ?? (NodeDiff.Find(mapping, "id") as PackScalar)?.Text
        : null;

    /// <summary>Places of equal texts along a longest common subsequence; between them what is left, one by one.</summary>
    public static IEnumerable<(int? Before, int? After)> InOrder(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var (from, to) = (0, 0);
        foreach (var (nextFrom, nextTo) in Common(before, after).Append((before.Count, after.Count)))
        {
            while (from < nextFrom || to < nextTo)
            {
                yield return (from < nextFrom ? from++ : null, to < nextTo ? to++ : null);
            }

            if (nextFrom < before.Count && nextTo < after.Count)
            {
                yield return (from++, to++);
            }
        }
    }

    private static bool AreNamed(IReadOnlyList<PackNode> items) =>
        items.All(item => NameOf(item) is not null) && items.Select(NameOf).Distinct(StringComparer.Ordinal).Count() == items.Count;

    private static IEnumerable<(PackNode?, PackNode?)> ByName(IReadOnlyList<PackNode> before, IReadOnlyList<PackNode> after)
    {
        var named = after.ToDictionary(item => NameOf(item)!, StringComparer.Ordinal);
        foreach (var item in before)
        {
            yield return (item, named.GetValueOrDefault(NameOf(item)!));
        }

        var known = before.Select(NameOf).ToHashSet(StringComparer.Ordinal);
        foreach (var item in after.Where(item => !known.Contains(NameOf(item))))
        {
            yield return (null, item);
        }
    }

    // Equal heads and tails need no table; what is left of a huge change is told one by one.
    private static List<(int, int)> Common(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var head = 0;
        while (head < before.Count && head < after.Count && before[head] == after[head])
        {
            head++;
        }

        var tail = 0;
        while (tail < before.Count - head && tail < after.Count - head && before[^(tail + 1)] == after[^(tail + 1)])
        {
            tail++;
        }

        var common = Enumerable.Range(0, head).Select(at => (at, at)).ToList();
        var (rows, columns) = (before.Count - head - tail, after.Count - head - tail);
        if (rows > 0 && columns > 0 && (long)rows * columns <= MostCells)
        {
            common.AddRange(Middle(before, after, head, rows, columns));
        }

        common.AddRange(Enumerable.Range(0, tail).Select(at => (before.Count - tail + at, after.Count - tail + at)));
        return common;
    }

    private static IEnumerable<(int, int)> Middle(IReadOnlyList<string> before, IReadOnlyList<string> after, int head, int rows, int columns)
    {
        var length = new int[rows + 1, columns + 1];
        for (var row = rows - 1; row >= 0; row--)
        {
            for (var column = columns - 1; column >= 0; column--)
            {
                length[row, column] = before[head + row] == after[head + column]
                    ? length[row + 1, column + 1] + 1
                    : Math.Max(length[row + 1, column], length[row, column + 1]);
            }
        }

        for (var (row, column) = (0, 0); row < rows && column < columns;)
        {
            if (before[head + row] == after[head + column])
            {
                yield return (head + row++, head + column++);
            }
            else if (length[row + 1, column] >= length[row, column + 1])
            {
                row++;
            }
            else
            {
                column++;
            }
        }
    }
}
