using System.Text.Json;
using Supervision.Console.Shell;
using Supervision.Hosts.Tests.Support;

namespace Supervision.Hosts.Tests.Shell;

// Goal: a changed calendar moves exactly the deadlines that span the changed days, and journals each once.
// Method: the make-up Sunday of 20 September 2026 becomes the Saturday of 12 September (made up, after Labour Day 2019 and Spring Festival 2020).
public sealed class CalendarCommandTests : IDisposable
{
    private readonly ConsoleRun _console = new() { OnSqlite = true };

    public CalendarCommandTests() => _console.Variables["SUPERVISION_CLOCK"] = "2026-09-18T09:00:00+08:00";

    public void Dispose() => _console.Dispose();

    [Fact]
    public async Task Import_AMovedMakeUpDay_MovesWhatSpansItAndJournalsEachOnce()
    {
        await RegisterAsync();
        // 15 working days from 18 September: 20 September among them. From 7 September: both days, one off and one on. From March: neither.
        await OkAsync("case", "open", "spans", WalkData.NoodleShop, "--facts", "x", "--received", "2026-09-18");
        await OkAsync("case", "open", "both", WalkData.NoodleShop, "--facts", "x", "--received", "2026-09-07");
        await OkAsync("case", "open", "past", WalkData.NoodleShop, "--facts", "x", "--received", "2026-03-02");
        await OkAsync("task", "open", "complaint", "T1", "--subject", WalkData.NoodleShop, "--item", "33070100100100", "--agency", "330782", "--officer", Officers[0], "--officer", Officers[1]);
        await OkAsync("task", "open", "complaint", "T2", "--subject", WalkData.NoodleShop, "--item", "33070100100100", "--agency", "330782", "--officer", Officers[0], "--officer", Officers[1], "--due", "2026-10-16");
        await OkAsync("event", "report", "tip", "TipOff", "举报", "--from", "330700", "--to", "330782");
        var (task, tip) = (await DueAsync("task", "T1"), await DueAsync("event", "tip"));

        await OkAsync("calendar", "import", Notice(), "--json");
        var import = JsonDocument.Parse(_console.Out).RootElement;
        Assert.Equal(1, import.GetProperty("number").GetInt32());
        Assert.Equal(
            ["case spans Verify 2026-10-15 2026-10-16", "task complaint.T1 due 2026-10-15 2026-10-16", "event tip Event.TipOff.Reported 2026-10-15 2026-10-16"],
            import.GetProperty("moves").EnumerateArray().Select(move =>
                string.Join(' ', move.EnumerateObject().Select(member => member.Value.GetString()))));
        Assert.NotEqual(task, await DueAsync("task", "T1"));
        Assert.NotEqual(tip, await DueAsync("event", "tip"));
        await OkAsync("case", "timeline", "spans");
        Assert.Contains("2026-10-16", _console.Out, StringComparison.Ordinal);

        // Again: nothing changes, nothing is journalled a second time.
        await OkAsync("calendar", "import", Notice(), "--json");
        Assert.Equal(0, JsonDocument.Parse(_console.Out).RootElement.GetProperty("number").GetInt32());
        await OkAsync("calendar", "list");
        await OkAsync("journal", "export", "--out", _console.PathOf("journal.jsonl"));
        var journal = await File.ReadAllTextAsync(_console.PathOf("journal.jsonl"), TestContext.Current.CancellationToken);
        Assert.Equal(3, journal.Split(".deadline-moved").Length - 1);
        Assert.Equal(2, journal.Split("calendar.imported").Length);
        await EventPage.HoldAsync("A changed calendar", _console, "calendar.db", ["calendar", "case", "event", "task"], TestContext.Current.CancellationToken);
    }

    // 全国年节及纪念日放假办法 art. 2; an empty list is no notice; a date of another year is a slip.
    [Theory]
    [InlineData("""{"year": 2026, "papers": [], "days": [{"date": "2026-10-01", "isOffDay": false}]}""", "SUP2211")]
    [InlineData("""{"year": 2027, "papers": [], "days": []}""", "SUP2210")]
    [InlineData("""{"year": 2027, "papers": [], "days": [{"date": "2026-05-01", "isOffDay": true}]}""", "SUP2212")]
    [InlineData("no json", "SUP2210")]
    public async Task Import_WhatIsNoNotice_IsRefused(string content, string code)
    {
        Assert.Equal(ExitCode.Failed, await RunAsync("calendar", "import", _console.Write("wrong.json", content)));
        Assert.Contains(code, _console.Error, StringComparison.Ordinal);
    }

    private static readonly string[] Officers = ["JH057", "JH058"];

    private string Notice() => _console.Write("notice.json", File.ReadAllText(
            Path.Combine(SharedData.InRepository("src", "Supervision.Core", "Time", "Data"), "2026.json"))
        .Replace("\"2026-09-20\"", "\"2026-09-12\"", StringComparison.Ordinal));

    private async Task RegisterAsync()
    {
        foreach (var (noun, file) in ((string, string)[])[("items", "catalogue.json"), ("officers", "officers.csv"), ("subjects", "subjects.csv")])
        {
            await OkAsync("import", noun, WalkData.CopyTo(_console.Folder, file));
        }
    }

    private async Task<string> DueAsync(string noun, string id)
    {
        await OkAsync(noun, "show", noun == "task" ? $"complaint.{id}" : id, "--json");
        return JsonDocument.Parse(_console.Out).RootElement.GetProperty(noun == "task" ? "dueOn" : "due").GetString()!;
    }

    private async Task OkAsync(params string[] args)
    {
        var code = await RunAsync(args);
        Assert.True(code == ExitCode.Ok, _console.Error);
    }

    private Task<ExitCode> RunAsync(params string[] args) => _console.RunAsync([.. args, "--db", _console.PathOf("calendar.db")]);
}
