using Supervision.Console.Shell;
using Supervision.Console.Walk;
using Supervision.Hosts.Tests.Support;

namespace Supervision.Hosts.Tests.Shell;

/// <summary>A case by the commands of docs/guides/penalty-case.md, on a real database.</summary>
public sealed class CaseCommandTests : IDisposable
{
    private readonly ConsoleRun _console = new() { OnSqlite = true };

    public void Dispose() => _console.Dispose();

    [Fact]
    public async Task Case_FromClueToService_AndWhatIsRefused()
    {
        foreach (var (noun, file) in ((string, string)[])[("items", "catalogue.json"), ("officers", "officers.csv"), ("subjects", "subjects.csv")])
        {
            Assert.Equal(ExitCode.Ok, await _console.RunAsync("import", noun, WalkData.CopyTo(_console.Folder, file), "--db", Database));
        }

        await RunAsync("open", "pan-1", WalkData.NoodleShop, "--facts", "氨氮超标", "--received", "2026-02-09");
        await RunAsync("do", "pan-1", "file", "--on", "2026-03-06", "--approved-by", "head", "--mark", "InitialEvidence", "--mark", "OwnJurisdiction");
        await RunAsync("do", "pan-1", "assign-handlers", "--on", "2026-03-06", "--person", "JH001", "--person", "JH002");
        await RefusedAsync("SUP2318", "do", "pan-1", "assign-handlers", "--on", "2026-03-06", "--person", "JH001", "--person", "JH001");
        string[] notice = ["--fine", "280000", "--benchmark", "water-83-2", "--grade", "Lighter", "--text", "超标"];
        await RunAsync(["do", "pan-1", "serve-notice", "--on", "2026-05-20", .. notice, "--mark", "RightsTold", "--mark", "HearingRightTold"]);
        await RunAsync("do", "pan-1", "discuss", "--on", "2026-06-04", "--fine", "280000", "--person", "a", "--person", "b", "--text", "同意");
        await RefusedAsync("SUP2335", "do", "pan-1", "decide", "--on", "2026-06-04", "--fine", "300000", "--benchmark", "water-83-2", "--grade", "Lighter", "--text", "x", "--approved-by", "head");
        await RunAsync(["do", "pan-1", "decide", "--on", "2026-06-04", .. notice, "--approved-by", "head"]);
        await RunAsync("do", "pan-1", "serve", "--on", "2026-06-05", "--method", "HandedOver", "--mark", "PublicityTold", "--json");
        foreach (var line in (string[])["\"state\": \"Served\"", "\"due\": \"2026-06-22\"", "\"due\": \"2026-07-03\"", "\"due\": \"2026-08-04\""])
        {
            Assert.Contains(line, _console.Out, StringComparison.Ordinal);
        }

        await RunAsync("timeline", "pan-1");
        Assert.Contains("行政处罚法 第六十七条", _console.Out, StringComparison.Ordinal);
        await RunAsync("list", "--json");
        Assert.Contains("\"id\": \"pan-1\"", _console.Out, StringComparison.Ordinal);
        await RunAsync("list");
        await RefusedAsync("SUP2300", "show", "pan-2");
        Assert.Equal(ExitCode.Usage, await _console.RunAsync("case", "do", "pan-1", "nonsense", "--db", Database));
    }

    private string Database => Path.Combine(_console.Folder, "case.db");

    private async Task RunAsync(params string[] args)
    {
        var code = await _console.RunAsync(["case", .. args, "--db", Database]);
        Assert.True(code == ExitCode.Ok, _console.Error);
    }

    private async Task RefusedAsync(string code, params string[] args)
    {
        Assert.Equal(ExitCode.Failed, await _console.RunAsync(["case", .. args, "--db", Database]));
        Assert.StartsWith(code, _console.Error, StringComparison.Ordinal);
    }
}
