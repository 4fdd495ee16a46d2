using System.Text.Json;
using Supervision.Console.Shell;
using Supervision.Hosts.Tests.Support;

namespace Supervision.Hosts.Tests.Walk;

// Goal: the figures and the audits of a whole walk are those of what it recorded.
public sealed class OversightCommandTests(WalkFixture walk) : IClassFixture<WalkFixture>
{
    private static readonly string[] s_span = ["--from", "2020-01-01", "--to", "2099-12-31"];

    [Fact]
    public async Task Indicators_OfAWalk_CountWhatItRecorded()
    {
        var done = JsonDocument.Parse(walk.Json).RootElement;
        var root = await RunAsync(ExitCode.Ok, "indicators", "--by", "year", "--from", "2020-01-01", "--to", "2099-12-31");
        var found = root.GetProperty("indicators").EnumerateArray().Single(one => one.GetProperty("code").GetString() == "problem-found");

        // Beside the visits of the draws the walk checks one commitment, and finds it broken.
        Assert.Equal(done.GetProperty("recorded").GetInt32() + 1, found.GetProperty("denominator").GetInt32());
        Assert.Equal(done.GetProperty("withFindings").GetInt32() + 1, found.GetProperty("numerator").GetInt32());
        Assert.Equal(found.GetProperty("denominator").GetInt32(), found.GetProperty("series").EnumerateArray().Sum(point => point.GetProperty("denominator").GetInt32()));
        Assert.Equal(found.GetProperty("denominator").GetInt32(), found.GetProperty("agencies").EnumerateArray().Sum(row => row.GetProperty("denominator").GetInt32()));
        Assert.Equal(64, root.GetProperty("definitions").GetString()!.Length);
    }

    [Theory]
    [InlineData("SUP3210", "indicators", "no-such", "--from", "2026-01-01", "--to", "2026-02-01")]
    [InlineData("SUP3211", "indicators", "--from", "2026-03-01", "--to", "2026-02-01")]
    [InlineData("SUP3211", "indicators", "--from", "1900-01-01", "--to", "2026-02-01")]
    [InlineData("SUP3212", "indicators", "--from", "2026-01-01", "--to", "2026-02-01", "--area", "33")]
    [InlineData("SUP3220", "audit", "visits", "--from", "2026-03-01", "--to", "2026-02-01")]
    public async Task Commands_AWrongQuestion_IsRefused(string code, params string[] args)
    {
        using var console = new ConsoleRun { OnSqlite = true };
        Assert.Equal(ExitCode.Ok, await console.RunAsync("db", "migrate", "--db", console.PathOf("empty.db")));
        Assert.Equal(ExitCode.Failed, await console.RunAsync([.. args, "--db", console.PathOf("empty.db")]));
        Assert.StartsWith(code, console.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Audits_OfAWalk_SeeItsInspections()
    {
        var recorded = JsonDocument.Parse(walk.Json).RootElement.GetProperty("recorded").GetInt32() + 1;
        var visits = await RunAsync(null, ["audit", "visits", .. s_span]);
        Assert.Equal(recorded, visits.GetProperty("visits").GetInt32());

        // The walk enters and records in one instant: exactly what the audit looks for.
        Assert.Equal(recorded, visits.GetProperty("fast").GetArrayLength());
        Assert.True(visits.GetProperty("suspicious").GetBoolean());
        var risk = await RunAsync(null, ["audit", "risk", .. s_span]);
        Assert.Equal(
            ["RiskClass", "RiskClassAdjusted", "Officer", "Station", "Season"],
            risk.GetProperty("tests").EnumerateArray().Select(test => test.GetProperty("kind").GetString()));
        Assert.InRange(risk.GetProperty("visits").GetInt32(), 1, recorded);
        using var console = new ConsoleRun { OnSqlite = true };
        await EventPage.HoldAsync("Audits", console, Path.Combine(walk.Folder, "walk.db"), ["visits"], TestContext.Current.CancellationToken);
    }

    private async Task<JsonElement> RunAsync(ExitCode? expected, params string[] args)
    {
        using var console = new ConsoleRun { OnSqlite = true };
        var code = await console.RunAsync([.. args, "--json", "--db", Path.Combine(walk.Folder, "walk.db")]);
        Assert.True(code == expected || (expected is null && code is ExitCode.Ok or ExitCode.ProblemsFound), console.Error);
        return JsonDocument.Parse(console.Out).RootElement;
    }
}
