using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Supervision.Console.Shell;
using Supervision.Hosts.Tests.Support;

namespace Supervision.Hosts.Tests.Walk;

// Goal: after any one change to what was published, a stranger's check refuses it and names the reason.
public sealed class TamperTests(WalkFixture walk) : IClassFixture<WalkFixture>
{
    [Fact]
    public async Task Verify_UntouchedFiles_AreAccepted() => Assert.Equal((ExitCode.Ok, null), await VerifyAsync(_ => { }));

    [Fact]
    public async Task Verify_SubjectAdded_NamesTheFrame() => Assert.Equal(
        (ExitCode.ProblemsFound, "frame-root"),
        await VerifyAsync(folder => Lines(folder, "frame.csv", lines => lines.Insert(2, Near(lines[1])))));

    [Fact]
    public async Task Verify_SubjectRemoved_NamesTheFrame() => Assert.Equal(
        (ExitCode.ProblemsFound, "frame-root"),
        await VerifyAsync(folder => Lines(folder, "frame.csv", lines => lines.RemoveAt(5))));

    [Fact]
    public async Task Verify_SubjectEdited_NamesTheFrame() => Assert.Equal(
        (ExitCode.ProblemsFound, "frame-root"),
        await VerifyAsync(folder => Lines(folder, "frame.csv", lines => lines[5] = lines[5].Replace(",0", ",2", StringComparison.Ordinal))));

    [Fact]
    public async Task Verify_SeedChanged_NamesTheSeed() => Assert.Equal(
        (ExitCode.ProblemsFound, "seed"),
        await VerifyAsync(folder => Json(folder, "reveal.json", json => json["seed"] = new string('0', 64))));

    [Fact]
    public async Task Verify_RatioChanged_NamesTheAnnouncement()
    {
        var (code, reason) = await VerifyAsync(folder => Text(folder, "announcement.txt", text => Regex.Replace(text, "rate-1: (\\d+)", "rate-1: 999999")));
        Assert.Equal(ExitCode.ProblemsFound, code);
        Assert.Equal("announcement-hash", reason);
    }

    [Fact]
    public async Task Verify_OfficerSwapped_NamesTheMatching()
    {
        var (code, reason) = await VerifyAsync(folder => Json(folder, "matching.json", json =>
        {
            var teams = json["teams"]!.AsArray();
            var first = teams[0]!["officers"]!.AsArray();
            var other = teams.Select(team => team!["officers"]![0]!.GetValue<string>())
                .First(officer => !first.Select(o => o!.GetValue<string>()).Contains(officer, StringComparer.Ordinal));
            first[0] = other;
        }));
        Assert.Equal(ExitCode.ProblemsFound, code);
        Assert.Equal("matching", reason);
    }

    [Theory]
    [InlineData("frame.csv")]
    [InlineData("reveal.json")]
    [InlineData("matching.json")]
    public async Task Verify_FileMissing_IsRefused(string file) => Assert.Equal(
        ExitCode.ProblemsFound, (await VerifyAsync(folder => File.Delete(Path.Combine(folder, file)))).Code);

    private static string Near(string row)
    {
        var fields = row.Split(',');
        fields[0] = fields[0][..^1] + (fields[0][^1] == 'Y' ? 'X' : 'Y');
        return string.Join(',', fields);
    }

    private static void Lines(string folder, string file, Action<List<string>> edit)
    {
        var lines = File.ReadAllLines(Path.Combine(folder, file)).ToList();
        edit(lines);
        File.WriteAllText(Path.Combine(folder, file), string.Concat(lines.Select(line => line + "\n")));
    }

    private static void Text(string folder, string file, Func<string, string> edit)
    {
        var before = File.ReadAllText(Path.Combine(folder, file));
        var after = edit(before);
        Assert.NotEqual(before, after);
        File.WriteAllText(Path.Combine(folder, file), after);
    }

    private static void Json(string folder, string file, Action<JsonNode> edit) => Text(folder, file, text =>
    {
        var json = JsonNode.Parse(text)!;
        edit(json);
        return json.ToJsonString(new JsonSerializerOptions { WriteIndented = true });
    });

    private async Task<(ExitCode Code, string? Reason)> VerifyAsync(Action<string> tamper)
    {
        using var console = new ConsoleRun();
        var folder = console.PathOf("bundle");
        Directory.CreateDirectory(folder);
        foreach (var file in Directory.EnumerateFiles(walk.Bundle))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        tamper(folder);
        var code = await console.RunAsync("verify", folder, "--json");
        Assert.Equal(0, console.Store.Opened);
        return (code, JsonDocument.Parse(console.Out).RootElement.GetProperty("reason").GetString());
    }
}
