using System.Text.Json;
using Supervision.Console.Shell;
using Supervision.Hosts.Tests.Support;

namespace Supervision.Hosts.Tests.Shell;

// Goal: an author changes a policy with nothing but a folder and the console.
public sealed class RulesCommandTests : IDisposable
{
    // What the walk finds counts for a while only.
    private readonly ConsoleRun _console = new() { OnSqlite = true, Time = new SimulatedTime(WalkDays.Next) };

    public void Dispose() => _console.Dispose();

    [Fact]
    public async Task New_EveryQuestion_GivesAPackThatPasses()
    {
        foreach (var question in (string[])["credit", "risk", "draw"])
        {
            await RunAsync(ExitCode.Ok, "rules", "new", $"my-{question}", "--question", question, "--out", Folder("mine"));
            await RunAsync(ExitCode.Failed, "rules", "new", $"my-{question}", "--question", question, "--out", Folder("mine"));
        }

        await RunAsync(ExitCode.Ok, "rules", "check", Folder("mine"));
        await RunAsync(ExitCode.Ok, "rules", "test", Folder("mine"), "--json");
        using var json = JsonDocument.Parse(_console.Out);
        Assert.True(json.RootElement.GetProperty("passed").GetInt32() >= 20);
        await RunAsync(ExitCode.Usage, "rules", "new", "../x");
    }

    [Fact]
    public async Task Check_BrokenPacks_NamesTheErrorsOfEachFile()
    {
        Edit("mine", "credit", "hit: FIRST", "hit: LAST");
        Edit("mine", "risk", "权重 }", "重量 }");
        await RunAsync(ExitCode.ProblemsFound, "rules", "check", Folder("mine"));
        Assert.Contains("my-credit-1.yaml(", _console.Out, StringComparison.Ordinal);
        Assert.Contains("SUP5012", _console.Out, StringComparison.Ordinal);
        Assert.Contains("my-risk-1.yaml(", _console.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Test_AFailingExample_IsNamed()
    {
        Edit("mine", "draw", "\"抽查比例[A]\": 50000", "\"抽查比例[A]\": 40000");
        await RunAsync(ExitCode.ProblemsFound, "rules", "test", Folder("mine"));
        Assert.Contains("抽查比例[A]: expected 40000, was 50000", _console.Out, StringComparison.Ordinal);
    }

    // Goal: 12 points become 10 for a bureau by two people and no recompiling, and its scores follow.
    [Fact]
    public async Task Publish_ByTwoPeople_DecidesFromThenOn()
    {
        Edit("mine", "draw", "no such text", "");
        var file = Directory.GetFiles(Folder("mine"), "*.yaml").Single();
        await OnAsync(ExitCode.Ok, "access", "grant", "li@330700", "RuleAuthor", "RulePublisher");
        await OnAsync(ExitCode.Ok, "access", "grant", "wang@330700", "RulePublisher");
        await OnAsync(ExitCode.NotAllowed, "rules", "write", file, "--actor", "wang@330700");
        await OnAsync(ExitCode.Ok, "rules", "write", file, "--actor", "li@330700", "--json");
        using var written = JsonDocument.Parse(_console.Out);
        var hash = written.RootElement.GetProperty("packs")[0].GetProperty("hash").GetString()!;
        await OnAsync(ExitCode.NotAllowed, "rules", "publish", "my-draw", "1", hash, "--actor", "li@330700");
        await OnAsync(ExitCode.Ok, "rules", "publish", "my-draw", "1", hash[..8], "--actor", "wang@330700");
        await OnAsync(ExitCode.Failed, "rules", "publish", "my-draw", "1", hash, "--actor", "wang@330700");
        await OnAsync(ExitCode.Ok, "rules", "list");
        Assert.Contains("wang", _console.Out, StringComparison.Ordinal);
        Assert.Contains(hash[..12], _console.Out, StringComparison.Ordinal);
        await EventPage.HoldAsync("A rule pack published", _console, "packs.db", ["pack", "access"], TestContext.Current.CancellationToken);

        Task OnAsync(ExitCode expected, params string[] args) => RunAsync(expected, [.. args, "--db", _console.PathOf("packs.db")]);
    }

    // Goal: the comparison says what would change, and a set compared with itself changes nothing.
    [Fact]
    public async Task WhatIf_HalfFullIsHighRisk_MovesTheSubjectsThatHaveSixPoints()
    {
        foreach (var question in (string[])["credit", "risk", "draw"])
        {
            Edit("before", question, "no such text", "");
            Edit("after", question, "no such text", "");
        }

        Edit("after", "risk", "then: [C], note: Half full is higher risk.", "then: [D], note: Half full is high risk.");
        Edit("after", "risk", "input: { current: B, grade: A, points: 6, steps: 0, breach: false, clean: 1 }\n    asOf: 2026-02-01\n    expect: { 风险类别: C }",
            "input: { current: B, grade: A, points: 6, steps: 0, breach: false, clean: 1 }\n    asOf: 2026-02-01\n    expect: { 风险类别: D }");
        await RunAsync(ExitCode.Ok, "walk", "--seed", "whatif", "--db", Folder("walk.db"), "--out", Folder("walk"));

        await RunAsync(ExitCode.Ok, Compare("before", "before"));
        Assert.Equal(0, Member("changed"));
        await RunAsync(ExitCode.Ok, Compare("before", "after"));
        var changed = Member("changed");
        Assert.True(changed > 0);
        Assert.Equal(1 + changed, (await File.ReadAllLinesAsync(Folder("changes.csv"))).Length);
        using var json = JsonDocument.Parse(_console.Out);
        Assert.Equal(changed, json.RootElement.GetProperty("classes").GetProperty("C").GetProperty("D").GetInt32());
        Assert.Equal("0", json.RootElement.GetProperty("points").GetString()!.Split('.')[0]);
        Assert.Equal(
            0.4m * changed,
            decimal.Parse(json.RootElement.GetProperty("officerDays").GetString()!, System.Globalization.CultureInfo.InvariantCulture) / 2);

        // The walk's inspections test the classes of the day before, with officer, station and season beside them, by either set.
        await RunAsync(ExitCode.Ok, [.. Compare("before", "after"), "--on", WalkDays.Draw.AddDays(-1).ToString("O"), "--visits-to", "2099-12-31"]);
        using var tested = JsonDocument.Parse(_console.Out);
        var risk = tested.RootElement.GetProperty("risk");
        Assert.True(risk.GetProperty("before").GetProperty("visits").GetInt32() > 0);
        Assert.Equal(risk.GetProperty("before").GetProperty("visits").GetInt32(), risk.GetProperty("after").GetProperty("visits").GetInt32());
        Assert.Equal(
            ["RiskClass", "RiskClassAdjusted", "Officer", "Station", "Season"],
            risk.GetProperty("after").GetProperty("tests").EnumerateArray().Select(test => test.GetProperty("kind").GetString()));
    }

    // Goal: the decision is shown as it was stored and journalled, and an example of a pack is explained without a database.
    [Fact]
    public async Task Explain_ASubjectAndAnExample_ShowsTheWholeTree()
    {
        await RunAsync(ExitCode.Ok, "walk", "--seed", "explain", "--db", Folder("walk.db"), "--out", Folder("walk"));
        await RunAsync(ExitCode.Ok, "rules", "explain", "91999999MA0TRA1N23", "--db", Folder("walk.db"));
        Assert.Contains("uses 3 points of N-training-2026-1-00002 33070100300100-5", _console.Out, StringComparison.Ordinal);
        Assert.Contains("row 1 does not apply: grade should be D, is A", _console.Out, StringComparison.Ordinal);
        Assert.Contains("1 events are the evidence", _console.Out, StringComparison.Ordinal);
        await RunAsync(ExitCode.Ok, "rules", "explain", "91999999MA0TRA1N23", "--db", Folder("walk.db"), "--json");
        using (var json = JsonDocument.Parse(_console.Out))
        {
            var content = json.RootElement.GetProperty("content");
            Assert.Equal("supervision-decision/1", content.GetProperty("format").GetString());
            Assert.Equal("33", content.GetProperty("points").GetString());
            await RunAsync(ExitCode.Ok, "journal", "export", "--db", Folder("walk.db"), "--out", Folder("journal.jsonl"));
            Assert.Contains(json.RootElement.GetProperty("hash").GetString()!, await File.ReadAllTextAsync(Folder("journal.jsonl")), StringComparison.Ordinal);
        }

        await RunAsync(ExitCode.Failed, "rules", "explain", "91999999MA0TRA1N23", "--db", Folder("walk.db"), "--on", "2020-01-01");
        Edit("mine", "credit", "no such text", "");
        await RunAsync(ExitCode.Ok, "rules", "explain", Path.Combine(Folder("mine"), "my-credit-1.yaml"), "--example", "3");
        Assert.Contains("监管积分: expected 33, is 33", _console.Out, StringComparison.Ordinal);
        await RunAsync(ExitCode.Failed, "rules", "explain", Path.Combine(Folder("mine"), "my-credit-1.yaml"), "--example", "99");
    }

    // Goal: a table goes through a spreadsheet and comes back byte for byte; an edit is one difference; a bad cell changes nothing.
    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public async Task Table_ThroughASpreadsheet_ComesBackAndAnEditIsOneDifference(string format)
    {
        Edit("mine", "credit", "no such text", "");
        var pack = Path.Combine(Folder("mine"), "my-credit-1.yaml");
        var before = await File.ReadAllBytesAsync(pack);
        await RunAsync(ExitCode.Ok, "rules", "table", "export", pack, "--format", format, "--out", Folder("sheets"));
        var sheets = Directory.GetFiles(Folder("sheets"));
        await RunAsync(ExitCode.Ok, ["rules", "table", "import", pack, .. sheets]);
        Assert.Equal(before, await File.ReadAllBytesAsync(pack));
        await RunAsync(ExitCode.Ok, "rules", "diff", pack, pack);

        if (format is "csv")
        {
            var sheet = sheets.Single(file => File.ReadAllText(file).Contains("[80..90)", StringComparison.Ordinal));
            var text = await File.ReadAllTextAsync(sheet);
            await File.WriteAllTextAsync(sheet, text.Replace("[80..90)", "[80..", StringComparison.Ordinal));
            await RunAsync(ExitCode.ProblemsFound, "rules", "table", "import", pack, sheet);
            Assert.Contains("SUP5603", _console.Out + _console.Error, StringComparison.Ordinal);
            Assert.Equal(before, await File.ReadAllBytesAsync(pack));

            await File.WriteAllTextAsync(sheet, text.Replace("[80..90),B,", "[80..90),B,=1+1", StringComparison.Ordinal));
            var other = Folder("other.yaml");
            await RunAsync(ExitCode.Ok, "rules", "table", "import", pack, sheet, "--to", other);
            Assert.Equal(before, await File.ReadAllBytesAsync(pack));
            await RunAsync(ExitCode.ProblemsFound, "rules", "diff", pack, other, "--json");
            using var json = JsonDocument.Parse(_console.Out);
            Assert.Equal("=1+1", Assert.Single(json.RootElement.GetProperty("differences").EnumerateArray()).GetProperty("valueAfter").GetString());

            // Out again, the remark that looks like a formula is none.
            await RunAsync(ExitCode.Ok, "rules", "table", "export", other, "--out", Folder("again"));
            Assert.Contains(Directory.GetFiles(Folder("again")), file => File.ReadAllText(file).Contains(",'=1+1", StringComparison.Ordinal));
        }
    }

    // Goal: an author and a subject learn what would have to be different, from the pack alone.
    [Fact]
    public async Task Explain_AGoal_SaysWhatWouldHaveToBeDifferent()
    {
        Edit("mine", "credit", "no such text", "");
        var pack = Path.Combine(Folder("mine"), "my-credit-1.yaml");
        await RunAsync(ExitCode.Ok, "rules", "explain", pack, "--example", "3", "--goal", "个人关联=false", "--by", "withdrawal", "--json");
        using var json = JsonDocument.Parse(_console.Out);
        Assert.True(json.RootElement.GetProperty("sets").GetInt32() > 0);
        Assert.True(json.RootElement.GetProperty("exhaustive").GetBoolean());
        await RunAsync(ExitCode.Failed, "rules", "explain", pack, "--example", "3", "--goal", "no such=1");
        await RunAsync(ExitCode.Failed, "rules", "explain", "not-there.yaml", "--goal", "A");
        await RunAsync(ExitCode.Ok, "walk", "--seed", "goal", "--db", Folder("walk.db"), "--out", Folder("walk"));
        await RunAsync(ExitCode.Ok, "rules", "explain", "91999999MA0TRA1N23", "--db", Folder("walk.db"), "--goal", "A");
        Assert.Contains("等级", _console.Out, StringComparison.Ordinal);
    }

    private string[] Compare(string before, string after) =>
    [
        "rules", "whatif", Folder(before), Folder(after), "--db", Folder("walk.db"), "--list", Folder("changes.csv"),
        "--officer-days", "2", "--json",
    ];

    private int Member(string name)
    {
        using var json = JsonDocument.Parse(_console.Out);
        return json.RootElement.GetProperty(name).GetInt32();
    }

    private void Edit(string folder, string question, string from, string to)
    {
        var path = Path.Combine(Folder(folder), $"my-{question}-1.yaml");
        if (!File.Exists(path))
        {
            _console.RunAsync("rules", "new", $"my-{question}", "--question", question, "--out", Folder(folder)).Wait();
        }

        var text = File.ReadAllText(path);
        Assert.True(from == "no such text" || text.Contains(from, StringComparison.Ordinal), from);
        File.WriteAllText(path, text.Replace(from, to, StringComparison.Ordinal));
    }

    private string Folder(string name) => Path.Combine(_console.Folder, name);

    private async Task RunAsync(ExitCode expected, params string[] args)
    {
        var code = await _console.RunAsync(args);
        Assert.True(expected == code, $"{string.Join(' ', args)}: {code}\n{_console.Out}\n{_console.Error}");
    }
}
