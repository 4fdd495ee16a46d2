using Supervision.Hashing;
using Supervision.Sampling;

namespace Supervision.Core.Tests.Sampling;

/// <summary>
/// Goal: each scheme's inclusion probability is what its page states. Method: fixed seeds; Σz² over the subjects, z = (times drawn −
/// expected) / standard deviation, is near the number of subjects when the stated probabilities are right, and far above when not.
/// </summary>
public sealed class InclusionTests
{
    private const int Draws = 4_000;

    // 60 subjects, weights 8, 3 and 1, five cells with targets below and above one.
    private static readonly Frame s_frame = Vector.Build(Enumerable.Range(0, 60).Select(i => new FrameRecord(
        $"S{i:D2}", $"{"HMMLL"[i % 5]}|{i % 5}", (i % 10) switch { 0 => 8u, <= 3 => 3u, _ => 1u }, 0)));

    private static readonly DrawRates s_rates = new([new(310_000, "H"), new(77_000, "M"), new(23_000, "L")]);

    // Mean 60, standard deviation about 11: five of them on either side.
    private const double Least = 20, Most = 115;

    [Fact]
    public void Select_StatedProbabilities_AreThoseOfTheScheme()
    {
        double Rate(FrameRecord record) => s_rates.For(record.Cell)!.Value / 1e6;
        Assert.InRange(SumOfSquares(new TierSrsMethod(s_rates), Rate), Least, Most);
        Assert.InRange(SumOfSquares(new PoissonMethod(s_rates), Rate), Least, Most);
        Assert.InRange(SumOfSquares(new PivotalMethod(8), Proportional), Least, Most);
        Assert.InRange(SumOfSquares(new ParetoMethod(8), Proportional), Least, Most);
        Assert.InRange(SumOfSquares(new RotationMethod { NPerCell = 2 }, _ => 2 / 12.0), Least, Most);
        Assert.InRange(SumOfSquares(new RotationMethod { Rates = s_rates }, Rate), Least, Most);
    }

    // These two state only "about" and "not": alike subjects are drawn alike, and the heavy too often or too seldom.
    [Theory]
    [InlineData("seq-poisson", 1.00, 1.06)]
    [InlineData("lots", 0.85, 0.97)]
    public void Select_SchemesThatAreNotProportional_AreOffAsTheirPageSays(string scheme, double least, double most)
    {
        var counts = Counts(scheme == "lots" ? new LotsMethod(8) : new SequentialPoissonMethod(8));
        var groups = s_frame.Records.Index().GroupBy(record => record.Item.Weight).ToDictionary(
            group => group.Key, group => group.Average(record => counts[record.Index]) / Draws);
        Assert.InRange(SumOfSquares(counts, record => groups[record.Weight]), Least, Most);
        Assert.InRange(groups[8] / Proportional(s_frame.RecordAt(0)), least, most);
    }

    // Calibration: the same measure refuses a wrong statement, and a draw in which one subject is let off now and then.
    [Fact]
    public void SumOfSquares_WrongStatementOrPlantedBias_IsFarAbove()
    {
        Assert.True(SumOfSquares(new LotsMethod(8), Proportional) > Most);
        Assert.True(SumOfSquares(new PoissonMethod(s_rates), record => 1.15 * s_rates.For(record.Cell)!.Value / 1e6) > Most);
        Assert.True(SumOfSquares(Counts(new PivotalMethod(8), (draw, id) => id == "S00" && draw % 4 == 0), Proportional) > Most);
    }

    // What naive rounding would do: a target of 0.92 in each of two cells, and one of them would never be visited.
    [Fact]
    public void Select_CellsBelowOne_AreVisitedAsOftenAsTheirTargetSays()
    {
        var visited = 0;
        for (var draw = 0; draw < Draws; draw++)
        {
            visited += TierSrs.Select(s_frame, s_rates, 0, HashKind.Sha256, Seed(draw)).Cells
                .Single(cell => cell.Cell == "L|3").Selected;
        }

        var target = 12 * 0.023;
        Assert.InRange(visited / (double)Draws, target - (5 * Math.Sqrt(target * (1 - target) / Draws)), target + (5 * Math.Sqrt(target * (1 - target) / Draws)));
    }

    private static double Proportional(FrameRecord record) => 8.0 * record.Weight / s_frame.Records.Sum(other => other.Weight);

    private static Digest Seed(int draw) => Hash.Of(HashKind.Sha256, BitConverter.GetBytes(draw));

    private static int[] Counts(DrawMethod method, Func<int, string, bool>? letOff = null)
    {
        var counts = new int[s_frame.Count];
        for (var draw = 0; draw < Draws; draw++)
        {
            foreach (var id in method.Select(s_frame, new DrawKeys(HashKind.Sha256, Seed(draw))).SelectedIds)
            {
                counts[s_frame.IndexOf(id)] += letOff?.Invoke(draw, id) == true ? 0 : 1;
            }
        }

        return counts;
    }

    private static double SumOfSquares(DrawMethod method, Func<FrameRecord, double> probability) => SumOfSquares(Counts(method), probability);

    private static double SumOfSquares(int[] counts, Func<FrameRecord, double> probability) => s_frame.Records.Select((record, index) =>
    {
        var p = probability(record);
        return Math.Pow(counts[index] - (Draws * p), 2) / (Draws * p * (1 - p));
    }).Sum();
}
