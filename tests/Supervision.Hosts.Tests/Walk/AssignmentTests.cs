using System.Text.Json;
using Supervision.Console.Shell;
using Supervision.Hosts.Tests.Support;

namespace Supervision.Hosts.Tests.Walk;

// Goal: the ways of assigning officers, through the console and the database, each verified from its public files.
public sealed class AssignmentTests : IDisposable
{
    private readonly ConsoleRun _console = new() { OnSqlite = true };

    public void Dispose() => _console.Dispose();

    [Fact]
    public async Task Redraw_OneOfficer_FollowsTheMethodAndStaysVerified()
    {
        await AssignedAsync();
        var before = Teams("matching.json");
        var task = before.Keys.First();
        await OkAsync("officer", "redraw", task, before[task][1], "--reason", "ill", "--approver", "head", "--out", Draws, "--json");
        var redraw = JsonDocument.Parse(_console.Out).RootElement.GetProperty("redraws")[0];
        Assert.Equal(before[task][1], redraw.GetProperty("left").GetString());
        await OkAsync("verify", Bundle("p-1"));
        Assert.Equal(before, Teams("matching.json"));

        await OkAsync("show", "task", task, "--json");
        var officers = JsonDocument.Parse(_console.Out).RootElement.GetProperty("officers").EnumerateArray().Select(o => o.GetString()).ToArray();
        Assert.Equivalent(new[] { before[task][0], redraw.GetProperty("newcomer").GetString() }, officers);

        Assert.Equal(ExitCode.Failed, await RunAsync("officer", "redraw", task, before[task][1], "--reason", "x", "--approver", "y", "--out", Draws));
        Assert.StartsWith("SUP4251", _console.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Usage, await RunAsync("officer", "redraw", task, before[task][0], "--approver", "y", "--out", Draws));
        var file = Path.Combine(Bundle("p-1"), "match-redraws.json");
        File.WriteAllText(file, File.ReadAllText(file).Replace(redraw.GetProperty("newcomer").GetString()!, before[task][0], StringComparison.Ordinal));
        Assert.Equal(ExitCode.ProblemsFound, await RunAsync("verify", Bundle("p-1")));
        Assert.Contains("match-redraws", _console.Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Failed, await RunAsync("officer", "redraw", task, before[task][0], "--reason", "x", "--approver", "y", "--out", Draws));
    }

    // 行政处罚法 art. 43: whoever was recused after the matching is passed over, in the open.
    [Fact]
    public async Task Redraw_NextOneRecusedMeanwhile_IsPassedOverWithItsReason()
    {
        await AssignedAsync();
        var (task, team) = Teams("matching.json").First();
        var subject = File.ReadLines(Path.Combine(Bundle("p-1"), "tasks.csv")).Select(line => line.Split(',')).Single(row => row[0] == task)[1];
        var colleagues = File.ReadLines(Path.Combine(Bundle("p-1"), "roster.csv")).Skip(1).Select(line => line.Split(','))
            .Where(row => row[1] == File.ReadLines(Path.Combine(Bundle("p-1"), "tasks.csv")).Select(l => l.Split(',')).Single(r => r[0] == task)[2])
            .Select(row => row[0]).Except(team).ToList();
        foreach (var officer in colleagues.SkipLast(1))
        {
            await OkAsync("recuse", officer, subject, "--reason", "a cousin");
        }

        await OkAsync("officer", "redraw", task, team[1], "--reason", "ill", "--approver", "head", "--out", Draws, "--json");
        var redraws = JsonDocument.Parse(_console.Out).RootElement.GetProperty("redraws").EnumerateArray().ToList();
        Assert.Equal(colleagues[^1], redraws[^1].GetProperty("newcomer").GetString());
        Assert.All(redraws.Skip(1), redraw => Assert.Equal("SUP2102", redraw.GetProperty("reason").GetString()));
        await OkAsync("verify", Bundle("p-1"));
        Assert.Equal(ExitCode.Failed, await RunAsync("officer", "redraw", task, colleagues[^1], "--reason", "ill", "--approver", "head", "--out", Draws));
        Assert.StartsWith("SUP4264", _console.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Assign_CrossStation_SendsAnotherStationThanTheSubjectsOwn()
    {
        await AssignedAsync("--cross-station", "--salted");
        var rows = Rows("p-1", "tasks.csv");
        var cellOf = Rows("p-1", "frame.csv").ToDictionary(row => row[0], row => row[1]);
        Assert.All(rows, row => Assert.NotEqual(cellOf[row[1]].Split('|')[1], row[2]));
        Assert.True(rows.Select(row => row[2]).Distinct().Count() > 1);
        Assert.All(rows, row => Assert.Equal(32, row[4].Length));
        await OkAsync("verify", Bundle("p-1"));
    }

    [Fact]
    public async Task Assign_JointItem_GivesEachSubjectOneTaskAnItem()
    {
        await AssignedAsync("--joint", "33070100200100");
        Assert.All(Rows("p-1", "tasks.csv").GroupBy(row => row[1]), subject => Assert.Equal(["training", "market"], subject.Select(row => row[3])));
        await OkAsync("verify", Bundle("p-1"));
        await OkAsync("show", "task", "p-1-00001.2", "--json");
        Assert.Equal("33070100200100", JsonDocument.Parse(_console.Out).RootElement.GetProperty("item").GetString());
        Assert.Equal(ExitCode.Failed, await PlanAndAssignAsync("q", "--joint", "33070100300100"));
        Assert.StartsWith("SUP4265", _console.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Assign_Rotation_KeepsAwayWhoInspectedTheSubjectBefore()
    {
        // Both draws before the inspection: the cool-down would keep the subject out of the second.
        await AssignedAsync();
        await OkAsync("plan", "q", "--item", "33070100300100", "--division", "330700", "--share", "100");
        await OkAsync("draw", "q", "--seed", "s", "--out", Draws);
        var (task, team) = Teams("matching.json").First();
        var subject = Rows("p-1", "tasks.csv").Single(row => row[0] == task)[1];
        var officers = string.Join(',', team.Select(officer => $"\"{officer}\""));
        var answers = string.Join(',', Enumerable.Range(1, 6).Select(point => $"{{\"point\":\"{point}\",\"result\":\"Conform\"}}"));
        var visit = $"{{\"task\":\"{task}\",\"present\":[{officers}],\"signedBy\":[{officers}],\"scan\":{{\"subjectCode\":\"{subject}\",\"at\":\"2026-03-10T09:00:00+08:00\",\"device\":\"phone-1\"}},\"answers\":[{answers}],\"signature\":{{\"signer\":\"x\"}}}}";
        await OkAsync("inspect", _console.Write("answers.json", $"{{\"inspections\":[{visit}]}}"));
        Assert.Equal(ExitCode.Failed, await RunAsync("reserve", "use", "p-1", subject, "--reason", "closed", "--approver", "director", "--out", Draws));
        Assert.StartsWith("SUP4266", _console.Error, StringComparison.Ordinal);
        await OkAsync("assign", "q-1", "--seed", "s", "--out", Draws, "--rotate-since", "2020-01-01", "--cap", "60");
        var again = Rows("q-1", "tasks.csv").Single(row => row[1] == subject)[0];
        Assert.Equal(team.Order(), Rows("q-1", "recusals.csv").Where(row => row[1] == again).Select(row => row[0]).Order());
        Assert.Empty(Teams("matching.json", "q-1")[again].Intersect(team));
        await OkAsync("verify", Bundle("q-1"));
    }

    private string Draws => _console.PathOf("draws");

    private string Bundle(string draw) => Path.Combine(Draws, draw);

    private List<string[]> Rows(string draw, string file) =>
        [.. File.ReadLines(Path.Combine(Bundle(draw), file)).Skip(1).Select(line => line.Split(','))];

    private SortedDictionary<string, string[]> Teams(string file, string draw = "p-1")
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Bundle(draw), file)));
        return new SortedDictionary<string, string[]>(
            json.RootElement.GetProperty("teams").EnumerateArray().ToDictionary(
                team => team.GetProperty("task").GetString()!,
                team => team.GetProperty("officers").EnumerateArray().Select(officer => officer.GetString()!).ToArray()),
            StringComparer.Ordinal);
    }

    private async Task AssignedAsync(params string[] options)
    {
        await OkAsync("import", "items", WalkData.CopyTo(_console.Folder, "catalogue.json"));
        await OkAsync("import", "officers", WalkData.CopyTo(_console.Folder, "officers.csv"));
        await OkAsync("import", "subjects", WalkData.CopyTo(_console.Folder, "subjects.csv"));
        Assert.True(await PlanAndAssignAsync("p", options) == ExitCode.Ok, _console.Error + _console.Out);
    }

    private async Task<ExitCode> PlanAndAssignAsync(string plan, params string[] options)
    {
        await OkAsync("plan", plan, "--item", "33070100300100", "--division", "330700", "--share", "100");
        await OkAsync("draw", plan, "--seed", "s", "--out", Draws);
        return await RunAsync(["assign", plan + "-1", "--seed", "s", "--out", Draws, .. options]);
    }

    private async Task OkAsync(params string[] args) =>
        Assert.True(await RunAsync(args) == ExitCode.Ok, string.Join(' ', args) + "\n" + _console.Error + _console.Out);

    private Task<ExitCode> RunAsync(params string[] args) =>
        _console.RunAsync(args[0] == "verify" ? args : [.. args, "--db", _console.PathOf("city.db")]);
}
