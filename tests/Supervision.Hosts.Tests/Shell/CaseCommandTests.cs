using Supervision.Console.Shell;
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
        // A slip of the pen in the name of the database must not look like a database without cases.
        await RefusedAsync("SUP1051", "list");
        Assert.False(File.Exists(Database));
        await ImportAsync();
        await RefusedAsync("SUP2302", "open", "a b", WalkData.NoodleShop, "--facts", "x");
        await RefusedAsync("SUP2303", "open", "pan-9", WalkData.NoodleShop, "--facts", "x", "--received", "2099-01-01");
        await RefusedAsync("SUP2305", "open", "pan-9", "nobody", "--facts", "x");
        await RefusedAsync("SUP2306", "open", "pan-9", WalkData.NoodleShop, "--facts", "x", "--task", "complaint.9", "--finding", "complaint.9.1");
        await RefusedAsync("SUP2308", "open", "pan-9", WalkData.NoodleShop, "--facts", "x", "--received", "2026-02-09", "--violation", "2026-02-10");
        await RunAsync("open", "pan-1", WalkData.NoodleShop, "--facts", "氨氮超标", "--received", "2026-02-09");
        await RunAsync("do", "pan-1", "file", "--on", "2026-03-06", "--approved-by", "head", "--mark", "有证据初步证明存在违法行为", "--mark", "This agency is competent");
        await RunAsync("do", "pan-1", "assign-handlers", "--on", "2026-03-06", "--person", "JH001", "--person", "JH002");
        await RefusedAsync("SUP2318", "do", "pan-1", "assign-handlers", "--on", "2026-03-06", "--person", "JH001", "--person", "JH001");
        string[] notice = ["--fine", "280000", "--benchmark", "water-83-2", "--grade", "从轻", "--text", "超标"];
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
        Assert.Equal(ExitCode.Usage, await _console.RunAsync("case", "do", "pan-1", "grant-instalments", "--instalment", "soon", "--db", Database));
        await RunAsync("do", "pan-1", "grant-instalments", "--on", "2026-06-08", "--instalment", "2026-07-01=100000", "--instalment", "2026-08-03=180000", "--approved-by", "head", "--mark", "PartyApplied", "--json");
        Assert.Contains("\"due\": \"2026-08-03\"", _console.Out, StringComparison.Ordinal);
        await RunAsync("timeline", "pan-1");
        Assert.Contains("行政处罚法 第六十六条", _console.Out, StringComparison.Ordinal);
        await RunAsync("list", "--json");
        Assert.Contains("\"id\": \"pan-1\"", _console.Out, StringComparison.Ordinal);
        await RunAsync("list");
        await RefusedAsync("SUP2300", "show", "pan-2");
        Assert.Equal(ExitCode.Usage, await _console.RunAsync("case", "do", "pan-1", "nonsense", "--db", Database));
    }

    // "1+N", by the commands and the file of docs/guides/cases-elsewhere.md: once there, mirrored, not closed before it is archived there.
    [Fact]
    public async Task Case_InADepartmentWithItsOwnSystem_IsMirroredToItsArchive()
    {
        await ImportAsync();
        var systems = Directory.CreateDirectory(_console.PathOf("systems"));
        systems.CreateSubdirectory("ecology");
        await RunAsync("open", "market-7", WalkData.NoodleShop, "--facts", "氨氮超标排放", "--received", "2026-02-09");
        await RunAsync("do", "market-7", "hand-over", "--on", "2026-02-10", "--reference", "ecology", "--text", "属生态环境部门管辖", "--approved-by", "head");
        await RunAsync("send", "market-7", "--systems", systems.FullName);
        await RunAsync("send", "market-7", "--systems", systems.FullName, "--json");
        Assert.Contains("\"version\": 3", _console.Out, StringComparison.Ordinal);
        Assert.Contains("氨氮超标排放", File.ReadAllText(_console.PathOf("systems/ecology/parcels/market-7.1.json")), StringComparison.Ordinal);

        Directory.CreateDirectory(_console.PathOf("systems/ecology/reports/market-7.1"));
        Report(1, "Investigation", "");
        Report(2, "Decision", """ "documentNumber": "环罚〔2026〕7号", "kinds": "Fine", "fine": 280000, """);
        await RunAsync("follow", "--systems", systems.FullName);
        await RefusedAsync("SUP2226", "do", "market-7", "close");
        Report(3, "Enforcement", """ "channel": "DoublePublicity", "publishedOn": "2026-02-20", """);
        Report(4, "Gone", "");
        Assert.Equal(ExitCode.ProblemsFound, await _console.RunAsync("case", "follow", "--systems", systems.FullName, "--db", Database));
        Assert.StartsWith("SUP2228", _console.Error, StringComparison.Ordinal);
        Report(4, "Archived", "");
        await RunAsync("report", _console.PathOf("systems/ecology/reports/market-7.1/0003.json"));
        await RunAsync("follow", "--systems", systems.FullName);
        await RunAsync("show", "market-7");
        Assert.Contains("环罚〔2026〕7号", _console.Out, StringComparison.Ordinal);
        Assert.Contains("280000.00", _console.Out, StringComparison.Ordinal);
        await RunAsync("do", "market-7", "close", "--json");
        Assert.Contains("\"stage\": \"Archived\"", _console.Out, StringComparison.Ordinal);

        void Report(int number, string stage, string more) => _console.Write($"systems/ecology/reports/market-7.1/000{number}.json", $$"""
            { "parcel": "market-7.1", "number": {{number}}, "foreignId": "market-7.1", {{more}} "stage": "{{stage}}", "state": "办理中", "on": "2026-02-20" }
            """);
    }

    private async Task ImportAsync()
    {
        foreach (var (noun, file) in ((string, string)[])[("items", "catalogue.json"), ("officers", "officers.csv"), ("subjects", "subjects.csv")])
        {
            Assert.Equal(ExitCode.Ok, await _console.RunAsync("import", noun, WalkData.CopyTo(_console.Folder, file), "--db", Database));
        }
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
