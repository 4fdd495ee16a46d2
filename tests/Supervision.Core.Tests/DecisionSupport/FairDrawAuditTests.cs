using Supervision.DecisionSupport;
using Supervision.Hashing;
using Supervision.Sampling;

namespace Supervision.Core.Tests.DecisionSupport;

// Goal: honest draws give honest probabilities, and a draw biased by 2 % is found.
public sealed class FairDrawAuditTests
{
    private static readonly string[] s_groups = ["east", "west"];

    // Upper points of the usual tables.
    [Theory]
    [InlineData(1.959963985, 0.05)]
    [InlineData(-2.575829304, 0.01)]
    [InlineData(0, 1)]
    [InlineData(6, 1.973175e-9)]
    public void Normal_KnownPoints_GiveKnownTails(double z, double wanted) => Assert.Equal(1, Tail.Normal(z) / wanted, 1e-6);

    [Theory]
    [InlineData(3.841458821, 1, 0.05)]
    [InlineData(18.30703805, 10, 0.05)]
    [InlineData(124.3421134, 100, 0.05)]
    [InlineData(2.558212, 10, 0.99)]
    [InlineData(0, 3, 1)]
    public void ChiSquare_KnownPoints_GiveKnownTails(double x, int freedom, double wanted) =>
        Assert.Equal(1, Tail.ChiSquare(x, freedom) / wanted, 1e-6);

    // Method: 400 audits of three draws each by tier-srs; p-values must be uniform (Kolmogorov–Smirnov at 1 %).
    [Fact]
    public void Report_HonestDraws_HasUniformProbabilities()
    {
        FairDrawReport[] reports = [.. Enumerable.Range(0, 400).Select(Honest)];
        foreach (var kind in (FairnessTestKind[])[FairnessTestKind.Inclusion, FairnessTestKind.Repeats, FairnessTestKind.Runs])
        {
            double[] values = [.. reports.Select(report => report.Tests.Single(test => test.Kind == kind).PValue!.Value).Order()];
            var distance = values.Index().Max(value => Math.Abs(value.Item - ((value.Index + 0.5) / values.Length)));
            Assert.True(distance < 1.63 / Math.Sqrt(values.Length), $"{kind}: {distance}");
        }
    }

    // Five draws of two fifths of 100,000 subjects. In the biased ones a subject of the east is taken 2 % more often.
    [Theory]
    [InlineData(1.00, false)]
    [InlineData(1.02, true)]
    [InlineData(0.98, true)]
    public void Report_ADrawBiasedByTwoPercent_IsFound(double favour, bool isFound)
    {
        var audit = new FairDrawAudit("side");
        var random = new Random(20261125);
        for (var draw = 0; draw < 5; draw++)
        {
            for (var i = 0; i < 100_000; i++)
            {
                var isEast = random.Next(2) == 0;
                audit.Add($"s{i:000000}", $"cell {i % 3}", random.NextDouble() < (isEast ? 0.4 * favour : 0.4), s_groups[isEast ? 0 : 1]);
            }

            audit.EndDraw();
        }

        var report = audit.Report();
        Assert.Equal(
            isFound ? [FairnessTestKind.Inclusion] : (FairnessTestKind[])[],
            report.Suspicious(0.01).Select(test => test.Kind));
        var rows = report.Tests[0].Rows;
        Assert.Equal(rows.Sum(row => row.Drawn), rows.Sum(row => row.Expected), 0.001);
        Assert.Equal(500_000, rows.Sum(row => row.Eligible));
        Assert.Equal(favour > 1, isFound && rows[0].Drawn > rows[0].Expected);
    }

    // Every fifth of the register, and a block of it: both have the right share of each group.
    [Theory]
    [InlineData("every fifth")]
    [InlineData("a block")]
    public void Report_ADrawByPlaceInTheRegister_IsFoundByItsRuns(string how)
    {
        var audit = new FairDrawAudit();
        for (var i = 0; i < 1000; i++)
        {
            audit.Add($"s{i:0000}", "all", how == "a block" ? i is >= 300 and < 500 : i % 5 == 0);
        }

        audit.EndDraw();
        var report = audit.Report();
        Assert.Equal(FairnessTestKind.Runs, Assert.Single(report.Suspicious(0.001)).Kind);
        Assert.Equal(how == "a block", report.Tests.Single(test => test.Kind == FairnessTestKind.Runs).Statistic < 0);
    }

    // Half of those drawn last time are drawn again, where chance takes a tenth.
    [Fact]
    public void Report_SubjectsWhoAreDrawnAgainAndAgain_AreFound()
    {
        var audit = new FairDrawAudit();
        var random = new Random(7);
        for (var i = 0; i < 2000; i++)
        {
            audit.Add($"s{i:0000}", "all", i % 10 == 3);
        }

        audit.EndDraw();
        for (var i = 0; i < 2000; i++)
        {
            audit.Add($"s{i:0000}", "all", random.NextDouble() < (i % 10 == 3 ? 0.5 : 0.05));
        }

        audit.EndDraw();
        var repeats = audit.Report().Tests.Single(test => test.Kind == FairnessTestKind.Repeats);
        Assert.True(repeats.PValue < 1e-9);
        Assert.True(repeats.Rows.Single(row => row.Group == "before") is { Drawn: > 80, Expected: < 30 });
    }

    [Fact]
    public void Report_OfficersOfTheMethod_MeetByChance()
    {
        double[] values = [.. Enumerable.Range(0, 40).Select(seed => Pairs(Teams(seed)).PValue!.Value)];
        Assert.InRange(values.Count(value => value < 0.05), 0, 6);
        Assert.InRange(values.Average(), 0.3, 0.75);
    }

    [Fact]
    public void Report_TwoOfficersWhoAreAlwaysTogether_AreFound()
    {
        var teams = Teams(seed: 1);
        for (var i = 0; i < 12; i++)
        {
            teams[10 * i] = ("officer-01", "officer-02");
        }

        Assert.Equal(0.001, Pairs(teams).PValue!.Value, 0.0005);
    }

    [Fact]
    public void Report_NothingToTest_SaysSo()
    {
        var audit = new FairDrawAudit("side");
        audit.Add("a", "all", isDrawn: true, "east");
        audit.EndDraw();
        Assert.All(audit.Report().Tests, test => Assert.Null(test.PValue));
        Assert.Empty(audit.Report().Suspicious(0.5));
    }

    private static FairDrawReport Honest(int number)
    {
        var audit = new FairDrawAudit("trade");
        var frame = new FrameBuilder();
        for (var i = 0; i < 600; i++)
        {
            frame.Add(new FrameRecord($"s{i:0000}", $"cell {i % 3}", 1, FrameStatus.Eligible));
        }

        var subjects = frame.Build();
        var rates = new DrawRates([new DrawRate(100_000, "cell 0"), new DrawRate(250_000, "cell 1"), new DrawRate(600_000, "cell 2")]);
        for (var draw = 0; draw < 3; draw++)
        {
            var seed = Hash.Of(HashKind.Sha256, System.Text.Encoding.UTF8.GetBytes($"audit {number}/{draw}"));
            var drawn = TierSrs.Select(subjects, rates, 0, HashKind.Sha256, seed).SelectedIds.ToHashSet();
            foreach (var record in subjects.Records)
            {
                audit.Add(record.Id, record.Cell, drawn.Contains(record.Id), $"trade {(record.Id[^1] * 7 + record.Id[^2]) % 4}");
            }

            audit.EndDraw();
        }

        return audit.Report();
    }

    private static List<(string Lead, string Second)> Teams(int seed)
    {
        MatchOfficer[] officers = [.. Enumerable.Range(1, 20).Select(i => new MatchOfficer($"officer-{i:00}", "market", ["food"], 0))];
        MatchTask[] tasks = [.. Enumerable.Range(1, 200).Select(i => new MatchTask($"task-{i:000}", "market", "food"))];
        var matching = OfficerMatching.Match(
            HashKind.Sha256, Hash.Of(HashKind.Sha256, [(byte)seed]), officers, tasks, [], 40);
        return [.. matching.Teams.Select(team => (team.Officers[0], team.Officers[1]))];
    }

    private static FairnessTest Pairs(IEnumerable<(string Lead, string Second)> teams)
    {
        var audit = new FairDrawAudit();
        foreach (var (lead, second) in teams)
        {
            audit.AddTeam("market", lead, second);
        }

        return audit.Report().Tests.Single(test => test.Kind == FairnessTestKind.OfficerPairs);
    }
}
