using Supervision.Console.Shell;
using Supervision.Hosts.Tests.Support;

namespace Supervision.Hosts.Tests.Shell;

public sealed class AccessCommandTests : IDisposable
{
    private readonly ConsoleRun _console = new() { OnSqlite = true };

    public void Dispose() => _console.Dispose();

    // Goal: an actor does what was granted and no more, and every "no" and every broken glass can be read afterwards.
    [Fact]
    public async Task Access_GrantedRefusedBrokenAndReviewed_TellsItsStory()
    {
        var officers = _console.Write("officers.csv", "id,name,agency,certificate,valid_from,valid_to,fields\no1,张三,330700,浙A-1,2024-01-01,2029-12-31,food\n");
        string[] import = ["import", "officers", officers];
        const string Zhang = "zhang@330700";

        Assert.Equal(ExitCode.NotAllowed, await RunAsync([.. import, "--actor", Zhang]));
        Assert.Contains("SUP9301", _console.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.NotAllowed, await RunAsync("access", "grant", "li@330700", "Head", "--actor", Zhang));
        Assert.Equal(ExitCode.Ok, await RunAsync("access", "grant", Zhang, "Registrar", "Planner"));
        Assert.Equal(ExitCode.Ok, await RunAsync("access", "grant", "li@330700", "Auditor"));
        Assert.NotEqual(ExitCode.NotAllowed, await RunAsync([.. import, "--actor", Zhang]));
        Assert.Equal(ExitCode.NotAllowed, await RunAsync("score", "--actor", Zhang));
        Assert.Equal(ExitCode.Ok, await RunAsync("score", "--actor", Zhang, "--break-glass", "系统管理员不在岗"));

        Assert.Equal(ExitCode.Ok, await RunAsync("access", "review", "--json", "--actor", "li@330700"));
        Assert.Contains("系统管理员不在岗", _console.Out, StringComparison.Ordinal);
        var key = _console.Out.Split("\"key\":")[1].Split('"')[1];
        Assert.Equal(ExitCode.NotAllowed, await RunAsync("access", "review", key, "--finding", "x", "--actor", Zhang));
        Assert.Equal(ExitCode.Ok, await RunAsync("access", "review", key, "--finding", "情况属实", "--json", "--actor", "li@330700"));
        Assert.DoesNotContain(key, _console.Out, StringComparison.Ordinal);

        Assert.Equal(ExitCode.Ok, await RunAsync("journal", "export", "--out", _console.PathOf("j.jsonl")));
        var journal = await File.ReadAllTextAsync(_console.PathOf("j.jsonl"), TestContext.Current.CancellationToken);
        Assert.Equal(4, journal.Split("\"type\":\"access.refused\"").Length - 1);
        Assert.Equal(2, journal.Split("\"type\":\"roles.granted\"").Length - 1);
        await EventPage.HoldAsync("Access granted, refused, broken open, reviewed", _console, "test.db", ["access", "roles"], TestContext.Current.CancellationToken);
    }

    private Task<ExitCode> RunAsync(params string[] args) => _console.RunAsync([.. args, "--db", _console.PathOf("test.db")]);
}
