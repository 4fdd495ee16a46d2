using Supervision.Hashing;
using Supervision.Sampling;

namespace Supervision.Benchmarks.Sampling;

/// <summary>The full-size frame of the published digests, in any size: tiers of 5, 25 and 70 %, weights 8, 3 and 1.</summary>
internal static class Population
{
    public const int Full = 1_030_000;

    public static readonly Digest Seed = Hash.Of(HashKind.Sha256, "bench seed"u8);

    public static readonly DrawRates ThreePercent = new([new(129_730, "H"), new(48_649, "M"), new(16_216, "L")]);

    public static readonly DrawRates TenPercent = new([new(432_432, "H"), new(162_162, "M"), new(54_054, "L")]);

    public static Frame Frame(int subjects)
    {
        var builder = new FrameBuilder();
        for (var i = 0; i < subjects; i++)
        {
            var (cell, weight) = (i % 20) switch { 0 => ("H|330702", 8u), <= 5 => ("M|330702", 3u), _ => ("L|330702", 1u) };
            builder.Add(new FrameRecord($"91330700MA{i:D8}", cell, weight, FrameStatus.Eligible));
        }

        return builder.Build();
    }

    /// <summary>5,166 officers of 60 departments, the largest of 536, and 30,000 tasks in proportion; 12 items, 318 recusals.</summary>
    public static (MatchOfficer[] Officers, MatchTask[] Tasks, MatchRecusal[] Recusals) Matching(int percentQualified)
    {
        const int Officers = 5_166, Tasks = 30_000, Departments = 60, Items = 12, Recusals = 318;
        string[] departments = [.. Enumerable.Range(0, Departments).SelectMany(d =>
            Enumerable.Repeat($"D{d:D2}", d == 0 ? 536 : d == Departments - 1 ? Officers - 536 - (58 * 78) : 78))];
        string[] items = [.. Enumerable.Range(0, Items).Select(i => $"item-{i:D2}")];
        var dice = Dice("matching");
        MatchOfficer[] officers = [.. departments.Select((department, i) => new MatchOfficer(
            $"O{i:D5}", department, [.. items.Where(_ => dice(100) < percentQualified)], 0))];
        MatchTask[] tasks = [.. Enumerable.Range(0, Tasks).Select(t => new MatchTask(
            $"T{t:D6}", departments[(int)((long)t * Officers / Tasks)], items[dice(Items)]))];
        var recusals = new HashSet<MatchRecusal>();
        while (recusals.Count < Recusals)
        {
            recusals.Add(new MatchRecusal(officers[dice(Officers)].Id, tasks[dice(Tasks)].Id));
        }

        return (officers, tasks, [.. recusals]);
    }

    // Chance that is the same on every machine.
    private static Func<int, int> Dice(string name)
    {
        var number = 0;
        return sides => (int)(Hash.Of(HashKind.Sha256, System.Text.Encoding.ASCII.GetBytes($"{name} {number++}")).Top64 % (ulong)sides);
    }
}
