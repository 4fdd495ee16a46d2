using System.Diagnostics;
using System.Globalization;
using Supervision.Benchmarks.Storage;
using Supervision.Comparison;

namespace Supervision.Benchmarks.Comparison;

/// <summary>
/// The three-way comparison of easy and of hard lists (<see cref="ShopLists"/>). "compare 300000" compares that many records in each of three lists, which are in memory
/// already; "compare 300000 FOLDER" also keeps the lists as files there, for the console's compare.
/// </summary>
internal static class CompareRun
{
    public static int Run(string[] arguments)
    {
        var records = int.Parse(arguments[0], CultureInfo.InvariantCulture);
        foreach (var isHard in new[] { false, true })
        {
            var name = isHard ? "hard" : "easy";
            var lists = new ShopLists(records, isHard);
            if (arguments.ElementAtOrDefault(1) is { } folder)
            {
                lists.Write(folder, name);
            }

            var (before, watch) = (Environment.CpuUsage.TotalTime, Stopwatch.StartNew());
            var result = new ThreeWayComparison(ComparisonPolicy.Shipped).Run("compare", lists.Supervised, lists.Platform, lists.Delivery, new DateOnly(2026, 11, 26));
            StorageRates.Line(
                $"{name}, 3 x {records:n0}: {watch.Elapsed.TotalSeconds:n1} s by the clock, CPU {(Environment.CpuUsage.TotalTime - before).TotalSeconds:n1} s; {result.Matched:n0} matched, {result.Findings.Count:n0} findings");
        }

        return 0;
    }
}
