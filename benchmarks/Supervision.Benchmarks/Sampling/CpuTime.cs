namespace Supervision.Benchmarks.Sampling;

/// <summary>CPU time of this process, all threads: steadier than wall time on a machine that others use as well.</summary>
internal static class CpuTime
{
    /// <summary>The median of some runs in milliseconds, after as many that warm up.</summary>
    public static double Median(int runs, Action run)
    {
        for (var warm = 0; warm < runs; warm++)
        {
            run();
            Thread.Sleep(100);      // lets the runtime finish compiling what has become hot
        }

        var times = new double[runs];
        for (var i = 0; i < runs; i++)
        {
            GC.Collect();
            var before = Environment.CpuUsage.TotalTime;
            run();
            times[i] = (Environment.CpuUsage.TotalTime - before).TotalMilliseconds;
        }

        Array.Sort(times);
        return times[runs / 2];
    }

    /// <summary>The least wall time of some runs in milliseconds: what several threads are for.</summary>
    public static double LeastWall(int runs, Action run)
    {
        var least = double.MaxValue;
        for (var i = 0; i < runs; i++)
        {
            GC.Collect();
            var watch = System.Diagnostics.Stopwatch.StartNew();
            run();
            least = Math.Min(least, watch.Elapsed.TotalMilliseconds);
        }

        return least;
    }
}
