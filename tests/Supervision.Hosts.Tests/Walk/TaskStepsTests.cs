using System.Text.Json;
using Supervision.Console.Shell;
using Supervision.Hosts.Tests.Support;

namespace Supervision.Hosts.Tests.Walk;

// Goal: a complaint is inspected without a draw, step by step as on a phone, and each step out of order is refused.
public sealed class TaskStepsTests : IDisposable
{
    private const string TaskId = "complaint.C-1";
    // A day whose deadlines can be counted: of the days off of a year after the calendar that ships nothing is known.
    private readonly ConsoleRun _console = new() { OnSqlite = true, Time = new SimulatedTime(WalkDays.Draw) };

    public void Dispose() => _console.Dispose();

    [Fact]
    public async Task Complaint_FromOpenToPassedRecheck_GoesStepByStep()
    {
        await RegisterAsync();
        var officers = await OfficersAsync();
        await OkAsync("task", "open", "complaint", "C-1", "--subject", WalkData.TrainingCentre, "--item", "33070100300100",
            "--agency", officers.Agency, "--officer", officers.First, "--officer", officers.Second);
        Assert.Contains("优化营商环境条例", _console.Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Failed, await RunAsync("task", "open", "complaint", "C-1", "--subject", WalkData.TrainingCentre,
            "--item", "33070100300100", "--agency", officers.Agency, "--officer", officers.First, "--officer", officers.Second));
        Assert.StartsWith("SUP2149", _console.Error, StringComparison.Ordinal);

        string[] open = ["--subject", WalkData.TrainingCentre, "--item", "33070100300100", "--agency", officers.Agency, "--officer", officers.First, "--officer"];
        await RefusedAsync("SUP2142", ["task", "open", "complaint", "C 2", .. open, officers.Second]);
        await RefusedAsync("SUP2141", ["task", "open", "jointPlan", "C-2", .. open, officers.Second]);
        await RefusedAsync("SUP2103", ["task", "open", "complaint", "C-2", .. open, officers.First]);
        await RefusedAsync("SUP2145", ["task", "open", "complaint", "C-2", .. open, "nobody"]);
        await RefusedAsync("SUP2144", ["task", "open", "complaint", "C-2", "--subject", WalkData.TrainingCentre, "--item", "33070100300000", "--agency", officers.Agency, "--officer", officers.First, "--officer", officers.Second]);
        await RefusedAsync("SUP2101", "task", "do", TaskId, "enter", "--officer", officers.First, "--officer", officers.Second);
        await OkAsync("task", "do", TaskId, "accept");
        await RefusedAsync("SUP2103", "task", "do", TaskId, "enter", "--officer", officers.First, "--officer", officers.First);
        await OkAsync("task", "do", TaskId, "enter", "--officer", officers.First, "--officer", officers.Second, "--device", "phone-7");
        var answers = _console.Write("visit.json", Visit(fault: true));
        await OkAsync("task", "do", TaskId, "record", "--file", answers);
        await RefusedAsync("SUP2118", "task", "do", TaskId, "order", "--by", "2099-01-01");
        await OkAsync("task", "do", TaskId, "sign", "--officer", officers.First);
        await RefusedAsync("SUP2117", "task", "do", TaskId, "sign", "--officer", officers.First);
        await OkAsync("task", "do", TaskId, "sign", "--officer", officers.Second);
        await RefusedAsync("SUP2119", "task", "do", TaskId, "close");
        await OkAsync("task", "do", TaskId, "order", "--by", "2099-01-01");
        await OkAsync("doc", "issue", "orderToCorrect", TaskId, "--task", TaskId, "--agency-short", "义乌市监", "--verify", "https://example.gov.cn/d/", "--json");
        var issued = JsonDocument.Parse(_console.Out).RootElement;
        Assert.Matches("^义乌市监责改〔[0-9]{4}〕1号$", issued.GetProperty("number").GetString()!);
        await OkAsync("doc", "issue", "orderToCorrect", TaskId, "--task", TaskId, "--agency-short", "义乌市监", "--verify", "https://example.gov.cn/d/", "--json");
        Assert.Equal(issued.ToString(), JsonDocument.Parse(_console.Out).RootElement.ToString());
        await RefusedAsync("SUP2604", "doc", "issue", "orderToCorrect", TaskId, "--task", TaskId, "--agency-short", "义乌市监", "--contact", "x,1");
        await OkAsync("doc", "render", "orderToCorrect", "--key", TaskId, "--out", _console.PathOf("order.html"));
        var page = await File.ReadAllTextAsync(_console.PathOf("order.html"), TestContext.Current.CancellationToken);
        Assert.Contains("责令限期改正通知书", page, StringComparison.Ordinal);
        Assert.Contains(issued.GetProperty("verificationUrl").GetString()!, page, StringComparison.Ordinal);
        await RefusedAsync("SUP2621", "doc", "render", "onSiteRecord", "--task", TaskId, "--out", _console.PathOf("record.pdf"));
        await OkAsync("task", "list", "--state", "Rectifying", "--json");
        Assert.Equal(1, JsonDocument.Parse(_console.Out).RootElement.GetProperty("tasks").GetArrayLength());
        await OkAsync("task", "do", TaskId, "report");
        var again = _console.Write("again.json", Visit(fault: false).Replace("\"present\":[]", $"\"present\":[\"{officers.First}\",\"{officers.Second}\"]", StringComparison.Ordinal));
        await OkAsync("task", "do", TaskId, "recheck", "--file", again);
        await RefusedAsync("SUP2124", "task", "do", TaskId, "escalate", "--reason", "case");
        await OkAsync("task", "do", TaskId, "pass");
        await OkAsync("task", "show", TaskId, "--json");
        var shown = JsonDocument.Parse(_console.Out).RootElement;
        Assert.Equal("Closed", shown.GetProperty("state").GetString());
        Assert.Equal(2, shown.GetProperty("signedBy").GetArrayLength());
        await OkAsync("task", "show", TaskId);
        Assert.Contains("phone-7", _console.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_AnItemOutsideTheCatalogueOrASourceThatNeedsADraw_IsRefused()
    {
        await RegisterAsync();
        var officers = await OfficersAsync();
        string[] rest = ["--subject", WalkData.TrainingCentre, "--agency", officers.Agency, "--officer", officers.First, "--officer", officers.Second];
        await RefusedAsync("SUP2143", ["task", "open", "complaint", "C-1", "--item", "99999999999999", .. rest]);
        await RefusedAsync("SUP2141", ["task", "open", "planDraw", "C-1", "--item", "33070100300100", .. rest]);
        await RefusedAsync("SUP2147", ["task", "open", "lookBack", "nothing", "--item", "33070100300100", .. rest]);
        await RefusedAsync("SUP2148", ["task", "open", "warning", "W-1", "--item", "33070100300100", .. rest]);
        Assert.Equal(ExitCode.Usage, await RunAsync(["task", "open", "gossip", "C-1", "--item", "33070100300100", .. rest]));
    }

    // Two phones without network: what they agree on stands, what they don't is shown, whatever comes first or twice.
    [Fact]
    public async Task Merge_TwoPhones_KeepsTheConflictUntilSomebodyChooses()
    {
        await RegisterAsync();
        var officers = await OfficersAsync();
        await OkAsync("task", "open", "complaint", "C-1", "--subject", WalkData.TrainingCentre, "--item", "33070100300100",
            "--agency", officers.Agency, "--officer", officers.First, "--officer", officers.Second);
        var (one, two) = (Phone("phone-1", officers.First, "Conform"), Phone("phone-2", officers.Second, "NotApplicable"));
        Assert.Equal(ExitCode.ProblemsFound, await RunAsync("task", "merge", one, two, one, "--json"));
        var result = JsonDocument.Parse(_console.Out).RootElement;
        Assert.Equal(4, result.GetProperty("operations").GetInt32());
        Assert.Equal(1, result.GetProperty("answers").GetInt32());
        var hashes = result.GetProperty("conflicts")[0].GetProperty("answers").EnumerateArray().Select(answer => $"\"{answer.GetProperty("hash").GetString()}\"");
        var choice = _console.Write("choice.json", $$"""
            { "task": "{{TaskId}}", "device": "phone-1", "operations": [ { "sequence": 3, "at": "2026-03-10T10:00:00+08:00", "officer": "{{officers.First}}",
              "kind": "Resolve", "answer": { "point": "2", "result": "Conform" }, "supersedes": [ {{string.Join(',', hashes)}} ] } ] }
            """);
        await OkAsync("task", "merge", choice);
        await RefusedAsync("SUP2151", "task", "merge", Phone("phone-3", "JH999", "Conform"));
        await EventPage.HoldAsync("Two phones merged", _console, "city.db", ["task"], TestContext.Current.CancellationToken);
    }

    private string Phone(string device, string officer, string second) => _console.Write($"{device}.json", $$"""
        { "task": "{{TaskId}}", "device": "{{device}}", "operations": [
          { "sequence": 1, "at": "2026-03-10T09:00:00+08:00", "officer": "{{officer}}", "kind": "Answer", "answer": { "point": "1", "result": "Conform" } },
          { "sequence": 2, "at": "2026-03-10T09:01:00+08:00", "officer": "{{officer}}", "kind": "Answer", "answer": { "point": "2", "result": "{{second}}" } } ] }
        """);

    private static string Visit(bool fault)
    {
        var points = Enumerable.Range(1, 6).Select(point => point == 2 && fault
            ? "{\"point\":\"2\",\"result\":\"NonConform\",\"note\":\"x\",\"evidence\":[{\"sha256\":\"" + new string('a', 64)
                + "\",\"takenAt\":\"2099-01-01T09:00:00+08:00\",\"device\":\"phone-7\",\"location\":\"29.3,120.1\"}]}"
            : $"{{\"point\":\"{point}\",\"result\":\"Conform\"}}");
        return $"{{\"inspections\":[{{\"task\":\"{TaskId}\",\"present\":[],\"answers\":[{string.Join(',', points)}],\"resultCodes\":\"5\",\"signature\":{{\"signer\":\"何某\"}}}}]}}";
    }

    private async Task RegisterAsync()
    {
        await OkAsync("import", "items", WalkData.CopyTo(_console.Folder, "catalogue.json"));
        await OkAsync("import", "officers", WalkData.CopyTo(_console.Folder, "officers.csv"));
        await OkAsync("import", "subjects", WalkData.CopyTo(_console.Folder, "subjects.csv"));
    }

    private async Task<(string Agency, string First, string Second)> OfficersAsync()
    {
        var lines = await File.ReadAllLinesAsync(_console.PathOf("officers.csv"), TestContext.Current.CancellationToken);
        var able = lines.Skip(1).Select(line => line.Split(','))
            .Where(row => row[6].Contains("training", StringComparison.Ordinal) && row[7] == "false" && row[3].Length > 0 && string.CompareOrdinal(row[5], "2027") > 0)
            .GroupBy(row => row[2], StringComparer.Ordinal).First(group => group.Count() > 1).Take(2).ToList();
        return (able[0][2], able[0][0], able[1][0]);
    }

    private async Task RefusedAsync(string code, params string[] args)
    {
        Assert.Equal(ExitCode.Failed, await RunAsync(args));
        Assert.StartsWith(code, _console.Error, StringComparison.Ordinal);
    }

    private async Task OkAsync(params string[] args) =>
        Assert.True(await RunAsync(args) == ExitCode.Ok, string.Join(' ', args) + "\n" + _console.Error + _console.Out);

    private Task<ExitCode> RunAsync(params string[] args) => _console.RunAsync([.. args, "--db", _console.PathOf("city.db")]);
}
