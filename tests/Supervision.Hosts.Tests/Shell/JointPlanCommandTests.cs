using System.Text.Json;
using System.Text.Json.Nodes;
using Supervision.Console.Shell;
using Supervision.Hosts.Tests.Support;

namespace Supervision.Hosts.Tests.Shell;

// Goal: two agencies' plans become one visit with a task for each check, on one form, after a second person approved it; by the commands of
// docs/guides/plan-merging.md, on a real database.
public sealed class JointPlanCommandTests : IDisposable
{
    private const string Catering = "33070100100100";
    private const string Registration = "33070100200100";

    private readonly ConsoleRun _console = new() { OnSqlite = true };
    private readonly int _year = TimeProvider.System.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).Year;

    public void Dispose() => _console.Dispose();

    [Fact]
    public async Task Joint_FromThePlansToTheAnswersOfEachAgency()
    {
        await ImportAsync();
        await RefusedAsync("SUP2242", "planner@330700", "propose", "joint", Plan("330782", Catering, key: true), "--rules", Rules(Catering));
        await RunAsync("planner@330700", "propose", "joint", Plan("330782", Catering, key: true), Plan("330783", Registration, key: false), "--rules", Rules(), "--json");
        var plan = Json();
        Assert.Equal((2, 1, 1, 4, 2), (Number(plan, "visitsPlanned"), Number(plan, "visits"), Number(plan, "visitsSaved"), Number(plan, "attendancesPlanned"), Number(plan, "attendances")));
        Assert.Equal("1/1 (100.00 %)", plan.GetProperty("jointShare").GetString());

        await RefusedAsync("SUP2237", "planner@330700", "open", "joint", "--from", $"{_year}-01-01", "--to", $"{_year}-12-31", "--officer", "x");
        await RefusedAsync("SUP2236", "planner@330700", "approve", "joint");
        await RefusedAsync("SUP2234", "planner@330781", "approve", "joint");
        await RefusedAsync(ExitCode.NotAllowed, "SUP9302", "planner@330782", "approve", "joint");
        await RunAsync("head@330700", "approve", "joint");
        await RefusedAsync("SUP2235", "other@330700", "approve", "joint");
        await RefusedAsync("SUP2230", "planner@330700", "propose", "joint", Plan("330782", Catering, key: true));

        await RefusedOpeningAsync("SUP2240", "JH001");
        await RunAsync("planner@330700", ["open", "joint", .. Year(), "--officer", Officer("330782", 1), "--officer", Officer("330782", 2), "--json"]);
        Assert.Equal(["joint.joint.1.1", "joint.joint.1.2"], Json().GetProperty("visits")[0].GetProperty("tasks").EnumerateArray().Select(task => task.GetString()));
        await RefusedAsync("SUP2238", "planner@330700", ["open", "joint", .. Year(), "--officer", Officer("330782", 1)]);
        await RunAsync("planner@330700", "show", "joint", "--from", $"{_year}-12-31");
        await RunAsync("planner@330783", "list");

        await AnswerAsync();
        await EventPage.HoldAsync("A joint plan", _console, "joint.db", ["joint-plan", "joint-visit"], TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Propose_PlansThatDoNotGoTogether_IsRefused()
    {
        await ImportAsync();
        var one = Plan("330782", Catering, key: true);
        await RefusedAsync("SUP2231", "planner@330700", "propose", "joint", one, one);
        await RefusedAsync("SUP2232", "planner@330700", "propose", "joint", Plan("nobody", Catering, key: true));
        await RefusedAsync("SUP2230", "planner@330700", "propose", "a b", one);
        await RefusedAsync("SUP2233", "planner@330700", "propose", "joint", one, "--rules", _console.Write("none.json", """{ "yearlyCap": { "visits": 0, "law": "x", "article": "" } }"""));
    }

    // The delegated agency's officers hand in both tasks; what the form asked once stands in each of them.
    private async Task AnswerAsync()
    {
        await RunAsync("planner@330700", "form", "joint", "1", "--json");
        var form = Json();
        var lines = form.GetProperty("lines").EnumerateArray().ToList();
        Assert.True(lines.Count <= Number(form, "points"));
        Assert.All(lines, line => Assert.Equal("330782", line.GetProperty("checkedBy").GetString()));
        Assert.Contains(lines, line => line.GetProperty("owners")[0].GetString() == "330783");
        var answers = string.Join(",\n", lines.Select(line => $$"""{ "point": "{{line.GetProperty("line").GetString()}}", "result": "conform" }"""));
        var (first, second) = (Officer("330782", 1), Officer("330782", 2));
        var filled = _console.Write("form.json", $$"""
            { "inspections": [ { "task": "form", "present": ["{{first}}", "{{second}}"], "signedBy": ["{{first}}", "{{second}}"],
              "signature": { "signer": "何某" }, "scan": { "subjectCode": "{{WalkData.NoodleShop}}", "at": "{{TimeProvider.System.GetUtcNow():O}}", "device": "phone-1" },
              "answers": [ {{answers}} ] } ] }
            """);
        await RunAsync("planner@330700", "form", "joint", "1", "--answers", filled, "--out", _console.PathOf("parts"));
        Assert.Equal(["330782.json"], Directory.EnumerateFiles(_console.PathOf("parts")).Select(Path.GetFileName));
        Assert.True(await _console.RunAsync("inspect", _console.PathOf("parts/330782.json"), "--db", Database, "--actor", "carrier@330782", "--json") == ExitCode.Ok, _console.Error);
        Assert.Equal(2, Number(Json(), "recorded"));
        await _console.RunAsync("task", "show", "joint.joint.1.2", "--db", Database, "--actor", "carrier@330782", "--json");
        Assert.Contains("\"state\": \"Closed\"", _console.Out, StringComparison.Ordinal);
    }

    private async Task RefusedOpeningAsync(string code, string officer)
    {
        Assert.Equal(ExitCode.ProblemsFound, await _console.RunAsync(["joint", "open", "joint", .. Year(), "--officer", officer, "--db", Database, "--actor", "planner@330700"]));
        Assert.StartsWith(code, _console.Error, StringComparison.Ordinal);
    }

    private string[] Year() => ["--from", $"{_year}-01-01", "--to", $"{_year}-12-31"];

    private string Plan(string agency, string item, bool key) => _console.Write($"{agency}.json", $$"""
        { "agency": "{{agency}}", "year": {{_year}}, "lines": [ { "item": "{{item}}", "subjects": ["{{WalkData.NoodleShop}}"],
          "from": "{{_year}}-12-31", "to": "{{_year}}-12-31", "key": {{(key ? "true" : "false")}} } ] }
        """);

    private string Rules(string item = Registration) => _console.Write("rules.json", $$"""
        { "yearlyCap": { "visits": 2, "law": "市监发〔2026〕1号", "article": "三" }, "gapDays": 30,
          "delegations": [ { "from": "330783", "to": "330782", "item": "{{item}}", "law": "浙江省综合行政执法条例", "article": "第十五条" } ] }
        """);

    // Officers of an agency who have the fields of both items.
    private string Officer(string agency, int number) => File.ReadLines(_console.PathOf("officers.csv")).Skip(1).Select(line => line.Split(','))
        .Where(cells => cells[2] == agency && cells[6].Contains("food", StringComparison.Ordinal) && cells[6].Contains("market", StringComparison.Ordinal))
        .Select(cells => cells[0]).ElementAt(number - 1);

    private JsonElement Json() => JsonDocument.Parse(_console.Out).RootElement;

    private static int Number(JsonElement json, string name) => json.GetProperty(name).GetInt32();

    private string Database => _console.PathOf("joint.db");

    private async Task ImportAsync()
    {
        WalkData.CopyTo(_console.Folder, "catalogue.json");

        // Only simple checks are delegated: the points of the registration's checklist are all general here.
        var catalogue = JsonNode.Parse(File.ReadAllText(_console.PathOf("catalogue.json")))!;
        foreach (var point in catalogue["checklists"]!.AsArray().Single(list => (string?)list!["id"] == "market-general")!["points"]!.AsArray())
        {
            point!["importance"] = "general";
        }

        Assert.Equal(ExitCode.Ok, await _console.RunAsync("import", "items", _console.Write("simple.json", catalogue.ToJsonString()), "--db", Database));
        foreach (var (noun, file) in ((string, string)[])[("officers", "officers.csv"), ("subjects", "subjects.csv")])
        {
            Assert.Equal(ExitCode.Ok, await _console.RunAsync("import", noun, WalkData.CopyTo(_console.Folder, file), "--db", Database));
        }

        foreach (var (who, role) in ((string, string)[])
        [
            ("planner@330700", "Planner"), ("planner@330781", "Planner"), ("planner@330782", "Planner"), ("planner@330783", "Planner"),
            ("head@330700", "Head"), ("other@330700", "Head"),
        ])
        {
            Assert.Equal(ExitCode.Ok, await _console.RunAsync("access", "grant", who, role, "--db", Database));
        }

        // Whoever carries what both officers signed is a head.
        Assert.Equal(ExitCode.Ok, await _console.RunAsync("access", "grant", "carrier@330782", "Head", "Inspector", "--db", Database));
    }

    private async Task RunAsync(string actor, params string[] args)
    {
        var code = await _console.RunAsync(["joint", .. args, "--db", Database, "--actor", actor]);
        Assert.True(code == ExitCode.Ok, _console.Error);
    }

    private Task RefusedAsync(string code, string actor, params string[] args) => RefusedAsync(ExitCode.Failed, code, actor, args);

    private async Task RefusedAsync(ExitCode exit, string code, string actor, params string[] args)
    {
        Assert.Equal(exit, await _console.RunAsync(["joint", .. args, "--db", Database, "--actor", actor]));
        Assert.StartsWith(code, _console.Error, StringComparison.Ordinal);
    }
}
