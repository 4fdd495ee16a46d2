using BenchmarkDotNet.Attributes;
using Supervision.Hashing;
using Supervision.Sampling;

namespace Supervision.Benchmarks.Sampling;

/// <summary>A draw of 3 % against the line that most .NET developers would write, which nobody can check.</summary>
[MemoryDiagnoser]
public class DrawBenchmark
{
    private static readonly DrawRates s_rates = new([new DrawRate(129_730, "H"), new DrawRate(48_649, "M"), new DrawRate(16_216, "L")]);
    private static readonly Digest s_seed = Hash.Of(HashKind.Sha256, "bench seed"u8);
    private Frame _frame = null!;
    private string[] _ids = [];

    [Params(10_000, 1_030_000)]
    public int Subjects { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var builder = new FrameBuilder();
        for (var i = 0; i < Subjects; i++)
        {
            var (tier, weight) = (i % 20) switch { 0 => ("H", 8u), <= 5 => ("M", 3u), _ => ("L", 1u) };
            builder.Add(new FrameRecord($"91330700MA{i:00000000}", $"{tier}|330702", weight, FrameStatus.Eligible));
        }

        _frame = builder.Build();
        _ids = [.. _frame.Records.Select(record => record.Id)];
    }

    [Benchmark(Baseline = true)]
    public int Linq_OrderByNewGuid() => _ids.OrderBy(_ => Guid.NewGuid()).Take(Subjects * 3 / 100).ToList().Count;

    [Benchmark]
    public int TierSrs_Sha256() => TierSrs.Select(_frame, s_rates, 0, HashKind.Sha256, s_seed).SelectedIds.Count;
}
