using System.Text.Json;
using Supervision.Console.Shell;
using Supervision.Hosts.Tests.Support;

namespace Supervision.Hosts.Tests.Shell;

// Goal: the open feed of San Francisco goes in whole, with the counts that shared/data/README.md states, and nothing twice.
public sealed class DataCommandTests : IDisposable
{
    private readonly ConsoleRun _console = new() { OnSqlite = true };

    private static string Feed => SharedData.PathTo("data", "inspections", "sf-2014-2017");

    private static string Standard => SharedData.InRepository("samples", "datastandards", "lives-san-francisco.json");

    private string Database => _console.PathOf("data.db");

    public void Dispose() => _console.Dispose();

    [Fact]
    public async Task Check_SanFrancisco_HasTheCountsOfTheReadme()
    {
        Assert.Equal(
            ExitCode.ProblemsFound,
            await _console.RunAsync("data", "check", Feed, "--standard", Standard, "--rule", "violations.inspection-exists", "--limit", "3", "--json"));
        var report = JsonDocument.Parse(_console.Out).RootElement;
        var rows = report.GetProperty("tables").EnumerateArray().ToDictionary(t => t.GetProperty("table").GetString()!, t => t.GetProperty("rows").GetInt64());
        Assert.Equal((6_359, 25_863, 37_965, 68), (rows["businesses"], rows["inspections"], rows["violations"], rows["legend"]));

        // §3.2 of the README: 13,535 of 13,782 scored inspections obey; the exceptions by cause.
        var rules = report.GetProperty("rules").EnumerateArray().ToDictionary(r => r.GetProperty("rule").GetString()!);
        var score = rules["inspections.score-adds-up"];
        Assert.Equal((13_782, 247), (score.GetProperty("checked").GetInt32(), score.GetProperty("failed").GetInt32()));
        var causes = score.GetProperty("causes").EnumerateObject().ToDictionary(cause => cause.Name, cause => cause.Value.GetInt32());
        Assert.Equal(
            (132, 61, 34, 13, 7), (causes["absent"], causes["missing"], causes["excess"], causes["ambiguous"], causes["repeated"]));
        Assert.Equal(104, rules["violations.inspection-exists"].GetProperty("failed").GetInt32());
        Assert.All(
            ["violations.type-exists", "violations.business-exists", "inspections.business-exists"],
            rule => Assert.Equal(0, rules[rule].GetProperty("failed").GetInt32()));
        Assert.Equal(3, report.GetProperty("issues").GetArrayLength());
    }

    [Fact]
    public async Task Import_SanFranciscoTwice_IsOneBatchAndThenNothing()
    {
        string[] import = ["data", "import", Feed, "--standard", Standard, "--channel", "sf-food", "--db", Database, "--json"];
        Assert.Equal(ExitCode.ProblemsFound, await _console.RunAsync(import));
        var first = JsonDocument.Parse(_console.Out).RootElement;

        // Eight names of businesses have bytes that are no UTF-8: these rows are kept out, and all others go in.
        Assert.Equal(6_359 - 8 + 25_863 + 37_965 + 68, first.GetProperty("inserted").GetInt32());
        Assert.Equal(8, first.GetProperty("rejected").GetInt32());
        Assert.Equal(ExitCode.ProblemsFound, await _console.RunAsync(import));
        var second = JsonDocument.Parse(_console.Out).RootElement;
        Assert.Equal(JsonValueKind.Null, second.GetProperty("batch").ValueKind);
        Assert.Equal(first.GetProperty("inserted").GetInt32(), second.GetProperty("unchanged").GetInt32());
    }

    // A bad row is kept out with its line; the rows around it go in. A mended one is an update, a row that is gone a deletion.
    [Fact]
    public async Task Import_ABadRow_IsKeptOutAlone()
    {
        Directory.CreateDirectory(_console.PathOf("feed"));
        _console.Write("feed/businesses.csv", "business_id,name,address\n1,A,x\n,B,y\n3,C,z\n4,\"D,q\n5,E,w\n");
        _console.Write("feed/inspections.csv", "business_id,score,date,type\n1,95,20260302,routine\n3,ninety,20260302,routine\n3,90,2026-03-02,routine\n");
        var lives = SharedData.InRepository("samples", "datastandards", "lives.json");
        string[] import = ["data", "import", _console.PathOf("feed"), "--standard", lives, "--channel", "f", "--db", Database, "--issues", _console.PathOf("issues.csv"), "--json"];
        Assert.Equal(ExitCode.ProblemsFound, await _console.RunAsync(import));
        var first = JsonDocument.Parse(_console.Out).RootElement;
        Assert.Equal((5, 3), (first.GetProperty("inserted").GetInt32(), first.GetProperty("rejected").GetInt32()));
        var issues = File.ReadAllLines(_console.PathOf("issues.csv"));
        Assert.Contains(issues, line => line.StartsWith("businesses,3,businesses.business_id.required,business_id,,required,SUP7411", StringComparison.Ordinal));
        Assert.Contains(issues, line => line.StartsWith("businesses,5,readable", StringComparison.Ordinal));
        Assert.Contains(issues, line => line.StartsWith("inspections,3,inspections.score.form,score,ninety", StringComparison.Ordinal));

        _console.Write("feed/businesses.csv", "business_id,name,address\n1,A,x\n2,B,y\n3,C2,z\n4,D,q\n");
        Assert.Equal(ExitCode.ProblemsFound, await _console.RunAsync(import));
        var second = JsonDocument.Parse(_console.Out).RootElement;
        Assert.Equal(
            (2, 1, 1), (second.GetProperty("inserted").GetInt32(), second.GetProperty("updated").GetInt32(), second.GetProperty("deleted").GetInt32()));
    }

    // From the walk's visits to the national table: what the profile lacks is said, and a repeated export makes no batch.
    [Fact]
    public async Task Export_TheWalksActs_IsOneBatchOnceAndTheSameBytesAgain()
    {
        Assert.Equal(ExitCode.Ok, await _console.RunAsync("walk", "--out", _console.PathOf("walk"), "--quiet"));
        var walk = Path.Combine(_console.PathOf("walk"), "walk.db");
        Assert.Equal(ExitCode.Ok, await _console.RunAsync("access", "grant", "zhang@330782", "Registrar", "--db", walk));
        var profile = _console.Write(
            "profile.json",
            """
            { "bodyCode": "91350100M000100Y43", "reporter": "张三", "checklists": { "catering-daily": "91350100M000100Y431001" } }
            """);
        string[] export =
        [
            "data", "export", "--profile", profile, "--out", _console.PathOf("out"), "--db", walk,
            "--actor", "zhang@330782", "--json",
        ];
        var code = await _console.RunAsync(export);
        Assert.True(code is ExitCode.Ok or ExitCode.ProblemsFound, _console.Error);
        var first = JsonDocument.Parse(_console.Out).RootElement;
        var inserted = first.GetProperty("inserted").GetInt32();
        Assert.True(inserted > 0, _console.Out);
        var number = first.GetProperty("batch").GetString()!;
        var file = Path.Combine(_console.PathOf("out"), number, "inspection.csv");
        var bytes = File.ReadAllText(file);
        Assert.Contains($",i,{number}\n", bytes, StringComparison.Ordinal);

        await _console.RunAsync(export);
        Assert.Equal(JsonValueKind.Null, JsonDocument.Parse(_console.Out).RootElement.GetProperty("batch").ValueKind);
        File.Delete(file);
        Assert.Equal(ExitCode.Ok, await _console.RunAsync([.. export, "--batch", number]));
        Assert.Equal(bytes, File.ReadAllText(file));
        Assert.Equal(ExitCode.Failed, await _console.RunAsync([.. export, "--batch", "2019041100002"]));
    }
}
