using System.Text.Json;
using Supervision.Console.Shell;
using Supervision.Hosts.Tests.Support;

namespace Supervision.Hosts.Tests.Walk;

// Goal: the whole loop, from registration to the next draw, on a real database, through the door its user takes.
public sealed class TheWalkTests(WalkFixture walk) : IClassFixture<WalkFixture>
{
    [Fact]
    public void Walk_FromRegisterToNextDraw_LeavesVerifiedDrawsAndAJournal()
    {
        var root = JsonDocument.Parse(walk.Json).RootElement;
        var draws = root.GetProperty("draws").EnumerateArray().ToList();
        Assert.Equal(
            ["market-2026-1", "catering-2026-1", "training-2026-1", "market-2026-2"],
            draws.Select(draw => draw.GetProperty("draw").GetString()));
        Assert.All(draws, draw => Assert.True(draw.GetProperty("verified").GetBoolean()));
        Assert.Equal(0, root.GetProperty("unassigned").GetInt32());
        Assert.True(root.GetProperty("tasks").GetInt32() > 50);
        Assert.Equal(root.GetProperty("tasks").GetInt32(), root.GetProperty("recorded").GetInt32());
        Assert.InRange(root.GetProperty("withFindings").GetInt32(), 2, root.GetProperty("tasks").GetInt32() / 2);
        Assert.True(root.GetProperty("journalSize").GetInt64() > root.GetProperty("tasks").GetInt64() * 2);
    }

    // Points of the 2019 Yiwu measure (每满12分扣2分): a noodle shop with two faults, a training centre with five, a printer with a broken promise.
    [Theory]
    [InlineData(WalkData.NoodleShop, "4", "100", false)]
    [InlineData(WalkData.TrainingCentre, "33", "96", true)]
    [InlineData(WalkData.PackagingPrinter, "0", "94", false)]
    public void Walk_WorkedExample_HasTheScoreOfTheSource(string subject, string points, string composite, bool personLinked)
    {
        var example = JsonDocument.Parse(walk.Json).RootElement.GetProperty("examples").EnumerateArray()
            .Single(e => e.GetProperty("subject").GetString() == subject);
        Assert.Equal(points, example.GetProperty("points").GetString());
        Assert.Equal(composite, example.GetProperty("composite").GetString());
        Assert.Equal(personLinked, example.GetProperty("personLinked").GetBoolean());
    }

    [Fact]
    public void Walk_TrainingCentre_CarriesNineOn()
    {
        var example = JsonDocument.Parse(walk.Json).RootElement.GetProperty("examples").EnumerateArray()
            .Single(e => e.GetProperty("subject").GetString() == WalkData.TrainingCentre);
        Assert.Equal("9", example.GetProperty("unused").GetString());
    }

    [Fact]
    public async Task Walk_SameSeedAgain_GivesByteEqualPublicFiles()
    {
        using var console = new ConsoleRun { OnSqlite = true };
        Assert.Equal(ExitCode.Ok, await console.RunAsync("walk", "--out", console.PathOf("again"), "--seed", "lantern"));
        var files = Files(walk.Folder);
        Assert.Equal(files, Files(console.PathOf("again")));
        Assert.Equal(4 + 3, files.Count(file => file.EndsWith("announcement.txt", StringComparison.Ordinal)));
        Assert.All(files, file => Assert.Equal(
            File.ReadAllBytes(Path.Combine(walk.Folder, file)),
            File.ReadAllBytes(Path.Combine(console.PathOf("again"), file))));
    }

    [Fact]
    public async Task Walk_AnotherSeed_DrawsOtherSubjects()
    {
        using var console = new ConsoleRun { OnSqlite = true };
        Assert.Equal(ExitCode.Ok, await console.RunAsync("walk", "--out", console.PathOf("other"), "--seed", "lamp"));
        Assert.NotEqual(
            File.ReadAllText(Path.Combine(walk.Bundle, "selection.json")),
            File.ReadAllText(Path.Combine(console.PathOf("other"), "market-2026-1", "selection.json")));
    }

    // The file's own columns, by the mapping file that is shipped: nobody renamed anything by hand.
    [Fact]
    public async Task Walk_RealCompaniesOfJinhua_RunsTheSameLoop()
    {
        using var console = new ConsoleRun { OnSqlite = true };
        var code = await console.RunAsync(
            "walk", "--json", "--out", console.PathOf("jinhua"),
            "--subjects", SharedData.PathTo("data", "enterprises", "jinhua-2019-companies.csv"),
            "--mapping", SharedData.InRepository("samples", "mappings", "jinhua-companies.json"));
        Assert.True(code == ExitCode.Ok, console.Error);
        Assert.Empty(console.Error);
        var draws = JsonDocument.Parse(console.Out).RootElement.GetProperty("draws").EnumerateArray().ToList();
        Assert.Equal(2185, draws[0].GetProperty("frameCount").GetInt32());
        Assert.All(draws, draw => Assert.True(draw.GetProperty("verified").GetBoolean()));
        Assert.Equal("market-2026-2", draws[^1].GetProperty("draw").GetString());
    }

    [Fact]
    public async Task Walk_DatabaseThatExists_IsNotTouched()
    {
        using var console = new ConsoleRun { OnSqlite = true };
        var file = console.Write("mine.db", "not a database");
        Assert.Equal(ExitCode.Failed, await console.RunAsync("walk", "--out", console.PathOf("w"), "--db", file));
        Assert.Equal("not a database", File.ReadAllText(file));
    }

    private static List<string> Files(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file))
            .Where(file => !file.StartsWith("walk.db", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];
}
