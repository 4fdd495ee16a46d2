using System.Text.Json;
using Supervision.Console.Shell;
using Supervision.Hosts.Tests.Support;

namespace Supervision.Hosts.Tests.Dossiers;

// Goal: what was known on a day is what the dossier of that day shows, later records or not, and each look leaves its trace.
public sealed class DossierCommandTests : IDisposable
{
    private const string Shop = WalkData.TrainingCentre;
    private const string TaskId = "complaint.C-1";
    private readonly ConsoleRun _console = new() { OnSqlite = true };

    public void Dispose() => _console.Dispose();

    // Opened on Monday, accepted on Tuesday, inspected on Wednesday, noticed on Friday.
    [Fact]
    public async Task Show_OnEachDay_KnowsWhatHadBeenRecordedByThen()
    {
        await OneWeekAsync();
        Assert.Equal(("", 0, 0, "0"), await SeenAsync("--known-on", "2026-03-01"));
        Assert.Equal(($"{TaskId} Assigned", 0, 0, "0"), await SeenAsync("--known-on", "2026-03-02"));
        Assert.Equal(($"{TaskId} Accepted", 0, 0, "0"), await SeenAsync("--known-on", "2026-03-03"));
        Assert.Equal(($"{TaskId} Recorded", 1, 0, "0"), await SeenAsync("--known-on", "2026-03-05"));
        var (tasks, findings, notices, points) = await SeenAsync();
        Assert.Equal(($"{TaskId} Recorded", 1, 1), (tasks, findings, notices));
        Assert.NotEqual("0", points);

        // The notice counts from the visit on: by what is known today, Thursday had the points that nobody knew of on Thursday.
        Assert.Equal(($"{TaskId} Recorded", 1, 1, points), await SeenAsync("--as-of", "2026-03-05"));
        Assert.Equal(($"{TaskId} Accepted", 0, 0, "0"), await SeenAsync("--as-of", "2026-03-03"));
    }

    [Fact]
    public async Task Show_SaysWhoMayEnterAndWhy_AndJournalsTheLook()
    {
        await OneWeekAsync();
        Assert.Equal(ExitCode.Ok, await RunAsync("show", "subject", Shop, "--known-on", "2026-03-03", "--json"));
        var entering = Root().GetProperty("mayEnter").EnumerateArray().First();
        Assert.Equal(TaskId, entering.GetProperty("tasks")[0].GetString());
        Assert.NotEmpty(entering.GetProperty("basis").EnumerateArray());

        // Recorded since: nobody may come in for it any more.
        Assert.Equal(ExitCode.Ok, await RunAsync("show", "subject", Shop, "--json"));
        Assert.All(Root().GetProperty("mayEnter").EnumerateArray(), right => Assert.Empty(right.GetProperty("tasks").EnumerateArray()));

        Assert.Equal(ExitCode.Ok, await RunAsync("journal", "export", "--out", _console.PathOf("journal.jsonl")));
        var looks = (await File.ReadAllLinesAsync(_console.PathOf("journal.jsonl"), TestContext.Current.CancellationToken))
            .Where(line => line.Contains("dossier.viewed", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, looks.Count);
        Assert.Contains("2026-03-03", looks[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_APageOfASection_ContinuesWhereTheLastOneEnded()
    {
        await OneWeekAsync();
        Assert.Equal(ExitCode.Ok, await RunAsync("show", "subject", Shop, "--json"));
        var all = Rights();
        Assert.True(all.Count > 1);
        var paged = new List<string>();
        for (var skip = 0; skip < all.Count; skip++)
        {
            Assert.Equal(ExitCode.Ok, await RunAsync(
                "show", "subject", Shop, "--section", "MayEnter", "--skip", $"{skip}", "--limit", "1", "--json"));
            paged.Add(Assert.Single(Rights()));
            Assert.Equal(all.Count, Root().GetProperty("totals").GetProperty("mayEnter").GetInt32());
        }

        Assert.Equal(all, paged);
    }

    // Renamed on Saturday and again on Monday: each day knows the name that the register had in its evening.
    [Fact]
    public async Task Show_ARegistrationThatWasChanged_SaysWhatWasKnown()
    {
        await OneWeekAsync();
        var first = await NameAsync();
        On("2026-03-07");
        await RenameAsync(first, "更名一次培训中心");
        await RenameAsync("更名一次培训中心", "更名一次培训中心");       // the same again is no change
        On("2026-03-09");
        await RenameAsync("更名一次培训中心", "更名两次培训中心");
        On("2026-03-10");
        Assert.Equal(first, await NameAsync("--known-on", "2026-03-02"));
        Assert.Equal(first, await NameAsync("--known-on", "2026-03-06"));
        Assert.Equal("更名一次培训中心", await NameAsync("--known-on", "2026-03-07"));
        Assert.Equal("更名一次培训中心", await NameAsync("--known-on", "2026-03-08"));
        Assert.Equal("更名两次培训中心", await NameAsync("--known-on", "2026-03-09"));
        Assert.Equal("更名两次培训中心", await NameAsync());
    }

    private async Task RenameAsync(string from, string to)
    {
        var path = _console.PathOf("subjects.csv");
        await File.WriteAllTextAsync(path, (await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)).Replace(from, to, StringComparison.Ordinal), TestContext.Current.CancellationToken);
        await OkAsync("import", "subjects", path);
    }

    private async Task<string> NameAsync(params string[] args)
    {
        await OkAsync(["show", "subject", Shop, "--json", .. args]);
        return Root().GetProperty("name").GetString()!;
    }

    [Theory]
    [InlineData("SUP3200", "91999999MA0NONE00X")]
    [InlineData("SUP3201", Shop, "--known-on", "2026-03-07")]
    [InlineData("SUP3201", Shop, "--as-of", "2026-03-07")]
    public async Task Show_WhatCannotBeShown_IsRefused(string code, params string[] args)
    {
        await OneWeekAsync();
        Assert.Equal(ExitCode.Failed, await RunAsync(["show", "subject", .. args]));
        Assert.StartsWith(code, _console.Error.Split('\n').First(line => line.StartsWith("SUP", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Equal(ExitCode.Usage, await RunAsync("show", "subject", Shop, "--limit", "0"));
    }

    private async Task<(string Tasks, int Findings, int Notices, string? Points)> SeenAsync(params string[] args)
    {
        Assert.True(await RunAsync(["show", "subject", Shop, "--json", .. args]) == ExitCode.Ok, _console.Error);
        var root = Root();
        return (
            string.Join(' ', root.GetProperty("tasks").EnumerateArray()), root.GetProperty("findings").GetArrayLength(),
            root.GetProperty("creditEvents").GetArrayLength(), root.GetProperty("points").GetString());
    }

    private List<string> Rights() => [.. Root().GetProperty("mayEnter").EnumerateArray().Select(right => right.ToString())];

    private async Task OneWeekAsync()
    {
        On("2026-03-01");
        await OkAsync("import", "items", WalkData.CopyTo(_console.Folder, "catalogue.json"));
        await OkAsync("import", "officers", WalkData.CopyTo(_console.Folder, "officers.csv"));
        await OkAsync("import", "subjects", WalkData.CopyTo(_console.Folder, "subjects.csv"));
        var officers = await OfficersAsync();
        On("2026-03-02");
        await OkAsync("task", "open", "complaint", "C-1", "--subject", Shop, "--item", "33070100300100",
            "--agency", officers.Agency, "--officer", officers.First, "--officer", officers.Second);
        On("2026-03-03");
        await OkAsync("task", "do", TaskId, "accept");
        On("2026-03-04");
        await OkAsync("task", "do", TaskId, "enter", "--officer", officers.First, "--officer", officers.Second, "--device", "phone-7");
        await OkAsync("task", "do", TaskId, "record", "--file", _console.Write("visit.json", Visit));
        On("2026-03-06");
        await OkAsync("score");
    }

    private static string Visit =>
        "{\"inspections\":[{\"task\":\"" + TaskId + "\",\"present\":[],\"answers\":["
        + string.Join(',', Enumerable.Range(1, 6).Select(point => point == 2
            ? "{\"point\":\"2\",\"result\":\"NonConform\",\"note\":\"x\",\"evidence\":[{\"sha256\":\"" + new string('a', 64)
                + "\",\"takenAt\":\"2026-03-04T09:00:00+08:00\",\"device\":\"phone-7\",\"location\":\"29.3,120.1\"}]}"
            : $"{{\"point\":\"{point}\",\"result\":\"Conform\"}}"))
        + "],\"resultCodes\":\"5\",\"signature\":{\"signer\":\"何某\"}}]}";

    private async Task<(string Agency, string First, string Second)> OfficersAsync()
    {
        var lines = await File.ReadAllLinesAsync(_console.PathOf("officers.csv"), TestContext.Current.CancellationToken);
        var able = lines.Skip(1).Select(line => line.Split(','))
            .Where(row => row[6].Contains("training", StringComparison.Ordinal) && row[7] == "false" && row[3].Length > 0 && string.CompareOrdinal(row[5], "2027") > 0)
            .GroupBy(row => row[2], StringComparer.Ordinal).First(group => group.Count() > 1).Take(2).ToList();
        return (able[0][2], able[0][0], able[1][0]);
    }

    private void On(string day) => _console.Variables["SUPERVISION_CLOCK"] = $"{day}T09:00:00+08:00";

    private JsonElement Root() => JsonDocument.Parse(_console.Out).RootElement;

    private async Task OkAsync(params string[] args) =>
        Assert.True(await RunAsync(args) == ExitCode.Ok, string.Join(' ', args) + "\n" + _console.Error + _console.Out);

    private Task<ExitCode> RunAsync(params string[] args) => _console.RunAsync([.. args, "--db", _console.PathOf("city.db")]);
}
