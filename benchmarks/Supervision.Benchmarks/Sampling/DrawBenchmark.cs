using BenchmarkDotNet.Attributes;
using Supervision.Hashing;
using Supervision.Sampling;

namespace Supervision.Benchmarks.Sampling;

/// <summary>A draw of 3 % against the lines that most .NET developers would write. Only the hashed ones can be checked.</summary>
[MemoryDiagnoser]
public class DrawBenchmark
{
    private Frame _frame = null!;
    private DotNetPeers _peers = null!;

    [Params(10_000, 1_030_000)]
    public int Subjects { get; set; }

    private int K => Subjects * 3 / 100;

    [GlobalSetup]
    public void Setup()
    {
        _frame = Population.Frame(Subjects);
        _peers = new DotNetPeers(
            [.. _frame.Records.Select(record => record.Id)], [.. _frame.Records.Select(record => (double)record.Weight)]);
    }

    [Benchmark(Baseline = true)]
    public int TierSrs_Sha256() => Draw(HashKind.Sha256, 1);

    [Benchmark]
    public int TierSrs_Sm3() => Draw(HashKind.Sm3, 1);

    [Benchmark]
    public int TierSrs_TwoThreads() => Draw(HashKind.Sha256, 2);

    [Benchmark]
    public int Linq_OrderByNewGuid() => _peers.OrderByNewGuid(K);

    [Benchmark]
    public int Linq_OrderByExponentialClock() => _peers.OrderByExponentialClock(K);

    [Benchmark]
    public int Linq_OrderByHashData() => _peers.OrderByHashData(K);

    [Benchmark]
    public int MathNet_GenerateCombination() => _peers.MathNetCombination(K);

    private int Draw(HashKind kind, int threads) =>
        TierSrs.Select(_frame, Population.ThreePercent, 0, kind, Population.Seed, threads).SelectedIds.Count;
}
