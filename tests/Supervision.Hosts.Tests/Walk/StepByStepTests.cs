using System.Text.Json;
using Supervision.Console.Shell;
using Supervision.Hosts.Tests.Support;

namespace Supervision.Hosts.Tests.Walk;

// Goal: the same loop command by command, as a bureau would run it over months, with what can go wrong on the way.
public sealed class StepByStepTests : IDisposable
{
    private readonly ConsoleRun _console = new() { OnSqlite = true };

    public void Dispose() => _console.Dispose();

    // Four equal draws a year must reach a quarter each, or the last would have to visit all who are left.
    [Fact]
    public async Task Plan_AtLeastOnceAYearInFourDraws_HasNoRatioBelowAQuarter()
    {
        await OkAsync("import", "items", WalkData.CopyTo(_console.Folder, "catalogue.json"));
        string[] plan = ["--item", "33070100200100", "--division", "330700", "--at-least-months", "12", "--json"];
        await OkAsync(["plan", "often", .. plan, "--draws", "4"]);
        Assert.All(Ratios(), ppm => Assert.InRange(ppm, 250_000, 1_000_000));
        await OkAsync(["plan", "once", .. plan]);
        Assert.Contains(Ratios(), ppm => ppm < 250_000);

        int[] Ratios() => [.. JsonDocument.Parse(_console.Out).RootElement.GetProperty("ppm").EnumerateObject().Select(tier => tier.Value.GetInt32())];
    }

    [Fact]
    public async Task Commands_FromImportToNext_RunOneAfterTheOther()
    {
        await RegisterAsync();
        await OkAsync("plan", "market-2026", "--item", "33070100200100", "--division", "330700");
        await OkAsync("draw", "market-2026", "--seed", "s", "--out", _console.PathOf("draws"));
        await OkAsync("assign", "market-2026-1", "--seed", "s", "--out", _console.PathOf("draws"));
        await OkAsync("verify", _console.PathOf("draws/market-2026-1"));
        await OkAsync("score");
        await OkAsync("next", "market-2026", "--seed", "s", "--out", _console.PathOf("draws"));
        await OkAsync("verify", _console.PathOf("draws/market-2026-2"));
        await OkAsync("show", "draw", "market-2026-2", "--json");
        Assert.Equal("market-2026-2", JsonDocument.Parse(_console.Out).RootElement.GetProperty("id").GetString());
        await OkAsync("show", "task", "market-2026-1-00001");
        await OkAsync("show", "subject", WalkData.NoodleShop);
        Assert.Contains(WalkData.NoodleShop, _console.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plan_ItemOutsideTheCatalogue_IsRefusedWithItsBasis()
    {
        await RegisterAsync();
        Assert.Equal(ExitCode.Failed, await RunAsync("plan", "p", "--item", "99999999999999", "--division", "330700"));
        Assert.StartsWith("SUP4101", _console.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Draw_WithoutBeaconOrSeed_IsAUsageError()
    {
        await RegisterAsync();
        await OkAsync("plan", "p", "--item", "33070100200100", "--division", "330700");
        Assert.Equal(ExitCode.Usage, await RunAsync("draw", "p", "--out", _console.PathOf("draws")));
    }

    [Fact]
    public async Task Draw_WithABeaconValue_KeepsItsOwnSecretAndVerifies()
    {
        await RegisterAsync();
        await OkAsync("plan", "p", "--item", "33070100200100", "--division", "330700");
        await OkAsync(
            "draw", "p", "--beacon", "drand quicknet 657413", "--beacon-value", new string('a', 64), "--hash", "sm3",
            "--out", _console.PathOf("draws"));
        await OkAsync("verify", _console.PathOf("draws/p-1"));
        Assert.DoesNotContain("DEMONSTRATION", File.ReadAllText(_console.PathOf("draws/p-1/announcement.txt")), StringComparison.Ordinal);
    }

    // The round was in 2023: whoever announces now knows its value.
    [Fact]
    public async Task Draw_OnARoundThatHasSpoken_IsRefused()
    {
        await RegisterAsync();
        await OkAsync("plan", "p", "--item", "33070100200100", "--division", "330700");
        Assert.Equal(ExitCode.Failed, await RunAsync(
            "draw", "p", "--beacon", "drand quicknet 52db9ba7 657413", "--beacon-value", new string('a', 64), "--out", _console.PathOf("draws")));
        Assert.StartsWith("SUP4226", _console.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inspect_OneUnlawfulVisitAmongGoodOnes_IsRefusedAlone()
    {
        await RegisterAsync();
        await OkAsync("plan", "p", "--item", "33070100200100", "--division", "330700");
        await OkAsync("draw", "p", "--seed", "s", "--out", _console.PathOf("draws"));
        await OkAsync("assign", "p-1", "--seed", "s", "--out", _console.PathOf("draws"));
        var good = await VisitAsync("p-1-00001");
        var alone = await VisitAsync("p-1-00002", officersPresent: 1);
        var file = _console.Write("answers.json", $"{{\"inspections\":[{alone},{good}]}}");
        Assert.Equal(ExitCode.ProblemsFound, await RunAsync("inspect", file, "--json"));
        var result = JsonDocument.Parse(_console.Out).RootElement;
        Assert.Equal(1, result.GetProperty("recorded").GetInt32());
        Assert.Equal("SUP2103", result.GetProperty("refused")[0].GetProperty("code").GetString());
        await OkAsync("show", "task", "p-1-00001", "--json");
        Assert.Equal("Closed", JsonDocument.Parse(_console.Out).RootElement.GetProperty("state").GetString());
        Assert.Equal(ExitCode.ProblemsFound, await RunAsync("inspect", file));
        Assert.Contains("SUP2101", _console.Error, StringComparison.Ordinal);
    }

    // 行政处罚法 art. 43: whoever is recused is not drawn, whatever the seed.
    [Fact]
    public async Task Assign_RecusedOfficer_IsNeverDrawnForThatSubject()
    {
        await RegisterAsync();
        await OkAsync("plan", "p", "--item", "33070100300100", "--division", "330700", "--share", "100");
        await OkAsync("draw", "p", "--seed", "s", "--out", _console.PathOf("draws"));
        Assert.Equal(ExitCode.Failed, await RunAsync("recuse", "NOBODY", WalkData.TrainingCentre, "--reason", "x"));
        var colleagues = File.ReadLines(_console.PathOf("officers.csv")).Select(line => line.Split(','))
            .Where(line => line[2] == "330782").Select(line => line[0]).SkipLast(3).ToList();
        foreach (var officer in colleagues)
        {
            await OkAsync("recuse", officer, WalkData.TrainingCentre, "--reason", "近亲属");
        }

        await RunAsync("assign", "p-1", "--seed", "s", "--out", _console.PathOf("draws"), "--json");
        await OkAsync("verify", _console.PathOf("draws/p-1"));
        var task = File.ReadLines(_console.PathOf("draws/p-1/tasks.csv"))
            .Single(line => line.Contains(WalkData.TrainingCentre, StringComparison.Ordinal)).Split(',')[0];
        var team = JsonDocument.Parse(File.ReadAllText(_console.PathOf("draws/p-1/matching.json"))).RootElement
            .GetProperty("teams").EnumerateArray().Single(t => t.GetProperty("task").GetString() == task)
            .GetProperty("officers").EnumerateArray().Select(o => o.GetString());
        Assert.Empty(team.Intersect(colleagues, StringComparer.Ordinal));
        Assert.Equal(colleagues.Count, File.ReadLines(_console.PathOf("draws/p-1/recusals.csv")).Skip(1)
            .Count(line => line.EndsWith(task, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Inspect_UnknownMember_IsAnErrorWithItsPlace()
    {
        await RegisterAsync();
        var file = _console.Write("answers.json", "{\"inspections\":[{\"task\":\"t\",\"presnt\":[]}]}");
        Assert.Equal(ExitCode.Failed, await RunAsync("inspect", file));
        Assert.Contains("presnt", _console.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_SameFileTwice_ChangesNothing()
    {
        await RegisterAsync();
        await OkAsync("import", "subjects", WalkData.CopyTo(_console.Folder, "subjects.csv"), "--json");
        var result = JsonDocument.Parse(_console.Out).RootElement;
        Assert.Equal(0, result.GetProperty("added").GetInt32());
        Assert.Equal(0, result.GetProperty("changed").GetInt32());
        Assert.Equal(400, result.GetProperty("unchanged").GetInt32());
    }

    private async Task RegisterAsync()
    {
        await OkAsync("import", "items", WalkData.CopyTo(_console.Folder, "catalogue.json"));
        await OkAsync("import", "officers", WalkData.CopyTo(_console.Folder, "officers.csv"));
        await OkAsync("import", "subjects", WalkData.CopyTo(_console.Folder, "subjects.csv"));
    }

    private async Task<string> VisitAsync(string task, int officersPresent = 2)
    {
        await OkAsync("show", "task", task, "--json");
        var shown = JsonDocument.Parse(_console.Out).RootElement;
        var subject = shown.GetProperty("subject").GetString();
        var officers = string.Join(',', shown.GetProperty("officers").EnumerateArray()
            .Take(officersPresent).Select(officer => $"\"{officer.GetString()}\""));
        var answers = Enumerable.Range(1, 8).Select(point => $"{{\"point\":\"{point}\",\"result\":\"Conform\"}}");
        return $"{{\"task\":\"{task}\",\"present\":[{officers}],\"signedBy\":[{officers}],\"scan\":{{\"subjectCode\":\"{subject}\",\"at\":\"2026-03-10T09:00:00+08:00\",\"device\":\"phone-1\"}},\"answers\":[{string.Join(',', answers)}],\"signature\":{{\"signer\":\"x\"}}}}";
    }

    private async Task OkAsync(params string[] args) =>
        Assert.True(await RunAsync(args) == ExitCode.Ok, string.Join(' ', args) + "\n" + _console.Error + _console.Out);

    private Task<ExitCode> RunAsync(params string[] args) =>
        _console.RunAsync(args[0] == "verify" ? args : [.. args, "--db", _console.PathOf("city.db")]);
}
