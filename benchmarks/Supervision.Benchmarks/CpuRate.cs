namespace Supervision.Benchmarks;

/// <summary>Operations a CPU-second of this process: steadier than wall time on a machine that others use as well.</summary>
internal static class CpuRate
{
    private const int Runs = 5;

    /// <summary>The median of five runs, after some to warm up.</summary>
    /// <param name="name">For the error.</param>
    /// <param name="count">Operations a run.</param>
    /// <param name="run">Does them and gives a check sum.</param>
    /// <param name="wanted">The check sum of a right answer.</param>
    /// <exception cref="InvalidOperationException">The check sum is wrong: nothing was measured.</exception>
    public static double Median(string name, int count, Func<int, long> run, long wanted)
    {
        for (var warm = 0; warm < Runs; warm++)
        {
            Check(run(count / Runs), isWhole: false);
            Thread.Sleep(150); // lets the runtime finish compiling what has become hot
        }

        var rates = new double[Runs];
        for (var at = 0; at < Runs; at++)
        {
            GC.Collect();
            var before = Environment.CpuUsage.TotalTime;
            Check(run(count));
            rates[at] = count / (Environment.CpuUsage.TotalTime - before).TotalSeconds;
        }

        Array.Sort(rates);
        return rates[Runs / 2];

        void Check(long sum, bool isWhole = true)
        {
            if (isWhole && sum != wanted)
            {
                throw new InvalidOperationException($"{name}: the check sum is {sum} instead of {wanted}.");
            }
        }
    }
}
