using System.Text.Json;
using Supervision.Console.Shell;
using Supervision.Hosts.Tests.Support;
using Supervision.Sampling;

namespace Supervision.Hosts.Tests.Walk;

// Goal: a draw as an office makes it: announced, an hour later drawn, sealed until the inspections are over, with what can go wrong.
public sealed class TwoActsTests : IDisposable
{
    private readonly ConsoleRun _console = new() { OnSqlite = true };

    public void Dispose() => _console.Dispose();

    [Fact]
    public async Task Commands_AnnounceDrawReserveUnsealProve_RunOneAfterTheOther()
    {
        var (draws, place) = await PlanAsync();
        await OkAsync("announce", "p", "--seed", "s", "--sealed", "--salted", "--out", draws, "--scheme", "pareto", "--n", "25");
        Assert.False(File.Exists(Path.Combine(place, "frame.csv")));
        Assert.Equal(ExitCode.Failed, await RunAsync("announce", "p", "--seed", "t", "--out", draws));
        Assert.StartsWith("SUP4225", _console.Error, StringComparison.Ordinal);

        await OkAsync("draw", "p", "--seed", "s", "--out", draws);
        Assert.False(File.Exists(Path.Combine(place, "selection.json")));
        await OkAsync("show", "draw", "p-1", "--json");
        Assert.Equal(JsonValueKind.Null, Root().GetProperty("seed").ValueKind);
        await OkAsync("verify", place, "--json");
        Assert.True(JsonDocument.Parse(_console.Out).RootElement.GetProperty("partial").GetBoolean());
        await OkAsync("assign", "p-1", "--seed", "s", "--out", draws);
        Assert.False(File.Exists(Path.Combine(place, "matching.json")));

        // Whoever gets the journal cannot open the seal: neither seed nor a bare hash of the list is in it.
        await OkAsync("journal", "export", "--out", _console.PathOf("journal.jsonl"));
        var journal = await File.ReadAllTextAsync(_console.PathOf("journal.jsonl"));
        using var reveal = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(place + ".private", "reveal.json")));
        Assert.DoesNotContain(reveal.RootElement.GetProperty("seed").GetString()!, journal, StringComparison.Ordinal);
        Assert.Contains("listCommitment", journal, StringComparison.Ordinal);

        // The auditor has everything from the start; a reserve is used before the list is public.
        await OkAsync("verify", place + ".private");
        var drawn = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(place + ".private", "selection.json")))
            .RootElement.GetProperty("selected")[0].GetString()!;
        Assert.True(DrawBundle.Read(new BundleFolder(place).Private.Open).TryGet(out var bundle, out _));
        Assert.True(ReserveLog.Next(bundle.Selection, [], drawn, "closed", "director", null, default).TryGet(out var next, out _));
        var isNear = Division(drawn) == Division(next.By);
        Assert.Equal(
            isNear ? ExitCode.Ok : ExitCode.ProblemsFound,
            await RunAsync("reserve", "use", "p-1", drawn, "--reason", "closed", "--approver", "director", "--out", draws, "--lang", "en"));
        Assert.Contains(isNear ? "Task p-1-" : "another division", _console.Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Failed, await RunAsync("reserve", "use", "p-1", drawn, "--reason", "closed", "--approver", "director", "--out", draws));
        Assert.StartsWith("SUP4212", _console.Error, StringComparison.Ordinal);

        await OkAsync("unseal", "p-1", "--out", draws);
        Assert.True(File.Exists(Path.Combine(place, "matching.json")) && File.Exists(Path.Combine(place, "reserves.json")));
        await OkAsync("verify", place + ".private");
        var proof = _console.PathOf("proof.json");
        await OkAsync("prove", drawn, place, "--out", proof);
        await OkAsync("verify", proof);
        Assert.Contains(drawn, _console.Out, StringComparison.Ordinal);
        await OkAsync("prove", "NOBODY", place, "--out", proof);
        await OkAsync("verify", proof);
        await EventPage.HoldAsync("A sealed draw", _console, "city.db", ["draw"], TestContext.Current.CancellationToken);

        string Division(string id) => bundle.Frame.RecordAt(bundle.Frame.IndexOf(id)).Cell.Split('|')[1];
    }

    [Fact]
    public async Task Announcements_AfterAVoidDraw_KeepTheRules()
    {
        var (draws, place) = await PlanAsync();
        await OkAsync("announce", "p", "--beacon", "lottery SSQ 38", "--commit", new string('1', 64), "--party", "bureau", "--party", "notary", "--out", draws);
        Assert.Equal(ExitCode.Failed, await RunAsync("draw", "p", "--out", draws));
        Assert.StartsWith("SUP4236", _console.Error, StringComparison.Ordinal);
        await OkAsync("void", "p", "--reason", "the notary withheld its secret", "--party", "notary");

        await OkAsync("announce", "p", "--beacon", "lottery SSQ 39", "--out", draws);
        var record = _console.PathOf("ssq-39.txt");
        await File.WriteAllTextAsync(record, "9.18.26.34.41.45\n");
        await OkAsync("beacon", "parse", "lottery SSQ 39", record);
        await OkAsync("draw", "p", "--record", record, "--out", draws);
        var log = _console.PathOf("announcement-log.json");
        await OkAsync("announcements", await AgencyAsync(), "--out", log);
        await OkAsync("verify", place[..^1] + "2", "--log", log);

        // The secret cannot be used again, and a number that is done stays done.
        Assert.Equal(ExitCode.Failed, await RunAsync("void", "p", "--reason", "it displeased"));
        Assert.StartsWith("SUP4222", _console.Error, StringComparison.Ordinal);
        await EventPage.HoldAsync("A void draw", _console, "city.db", ["draw"], TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Draw_OtherSchemesAndRotation_VerifyFromTheirFiles()
    {
        var (draws, place) = await PlanAsync();
        await OkAsync("draw", "p", "--seed", "s", "--scheme", "prn", "--n", "2", "--out", draws);
        await OkAsync("announce", "p", "--seed", "s", "--scheme", "prn", "--n", "2", "--cycle", place, "--out", draws);
        await OkAsync("draw", "p", "--seed", "s", "--out", draws);
        await OkAsync("verify", place);
        await OkAsync("verify", place[..^1] + "2");
        Assert.Equal(ExitCode.Failed, await RunAsync("draw", "p", "--seed", "s", "--scheme", "pareto", "--out", draws));
        Assert.StartsWith("SUP4233", _console.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Failed, await RunAsync("draw", "p", "--seed", "s", "--scheme", "dice", "--out", draws));
        Assert.StartsWith("SUP4232", _console.Error, StringComparison.Ordinal);
    }

    // A shop is closed for good after the officers were matched; its reserve turns out closed too, and an officer of the team falls ill.
    [Fact]
    public async Task ReserveUse_AfterAssign_TakesThePlaceWithItsOfficers()
    {
        var (draws, place) = await PlanAsync();
        await OkAsync("draw", "p", "--seed", "s", "--out", draws);
        await OkAsync("assign", "p-1", "--seed", "s", "--out", draws);
        var (task, subject, officers) = await FirstTaskAsync(place);

        var first = await ReserveAsync(draws, subject);
        Assert.Equal($"{task}r1", first.Task);
        await OkAsync("task", "show", task, "--json");
        Assert.Equal("Terminated", Root().GetProperty("state").GetString());
        await OkAsync("task", "show", first.Task, "--json");
        Assert.Equal(first.By, Root().GetProperty("subject").GetString());
        Assert.Equal(officers, Root().GetProperty("officers").EnumerateArray().Select(officer => officer.GetString()));

        // The second officer knows the next reserve's owner: another comes, by the method and in the open.
        Assert.True(DrawBundle.Read(new BundleFolder(place).Open).TryGet(out var draw, out _));
        Assert.True(ReserveLog.Next(draw.Selection, draw.Reserves, first.By, "closed", "director", null, default).TryGet(out var next, out _));
        await OkAsync("recuse", officers[1], next.By, "--reason", "relative");
        var second = await ReserveAsync(draws, first.By);
        Assert.Equal(($"{task}r2", next.By), second);
        await OkAsync("task", "show", second.Task, "--json");
        Assert.DoesNotContain(officers[1], Root().GetProperty("officers").EnumerateArray().Select(officer => officer.GetString()));
        await OkAsync("verify", place);
        await OkAsync("officer", "redraw", second.Task, officers[0], "--reason", "ill", "--approver", "director", "--out", draws);
        await OkAsync("verify", place);
        await OkAsync("task", "show", second.Task, "--json");
        Assert.DoesNotContain(officers[0], Root().GetProperty("officers").EnumerateArray().Select(officer => officer.GetString()));
        await EventPage.HoldAsync("A reserve and a recused officer", _console, "city.db", ["draw", "officer", "recusal", "task"], TestContext.Current.CancellationToken);
    }

    private async Task<(string Task, string Subject, string[] Officers)> FirstTaskAsync(string place)
    {
        var row = (await File.ReadAllLinesAsync(Path.Combine(place, "tasks.csv")))[1].Split(',');
        using var matching = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(place, "matching.json")));
        var team = matching.RootElement.GetProperty("teams").EnumerateArray().Single(team => team.GetProperty("task").GetString() == row[0]);
        return (row[0], row[1], [.. team.GetProperty("officers").EnumerateArray().Select(officer => officer.GetString()!)]);
    }

    private async Task<(string Task, string By)> ReserveAsync(string draws, string subject)
    {
        await OkAsync("reserve", "use", "p-1", subject, "--reason", "closed", "--approver", "director", "--out", draws, "--json");
        return (Root().GetProperty("tasks").EnumerateArray().Single().GetString()!, Root().GetProperty("by").GetString()!);
    }

    private JsonElement Root() => JsonDocument.Parse(_console.Out).RootElement;

    private async Task<(string Draws, string Place)> PlanAsync()
    {
        await OkAsync("import", "items", WalkData.CopyTo(_console.Folder, "catalogue.json"));
        await OkAsync("import", "officers", WalkData.CopyTo(_console.Folder, "officers.csv"));
        await OkAsync("import", "subjects", WalkData.CopyTo(_console.Folder, "subjects.csv"));
        await OkAsync("plan", "p", "--item", "33070100200100", "--division", "330700");
        return (_console.PathOf("draws"), Path.Combine(_console.PathOf("draws"), "p-1"));
    }

    private async Task<string> AgencyAsync()
    {
        var text = await File.ReadAllTextAsync(Path.Combine(_console.PathOf("draws"), "p-1", "announcement.txt"));
        return text.Split('\n').Single(line => line.StartsWith("draw: ", StringComparison.Ordinal))["draw: ".Length..].Split('/')[0];
    }

    private async Task OkAsync(params string[] args) =>
        Assert.True(ExitCode.Ok == await RunAsync(args), $"{string.Join(' ', args)}\n{_console.Error}\n{_console.Out}");

    private Task<ExitCode> RunAsync(params string[] args) =>
        _console.RunAsync(args[0] is "verify" or "prove" or "beacon" ? args : [.. args, "--db", _console.PathOf("city.db")]);
}
