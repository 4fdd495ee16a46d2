using System.Text;
using Supervision.Console.Shell;
using Supervision.Hosts.Tests.Support;

namespace Supervision.Hosts.Tests.Shell;

// Goal: an identity number that was taken up stands in clear nowhere: not in the database and its log, the journal, a backup, what
// webhooks are sent, what commands say, or what is published. Method: a canary, sought in every byte that the commands left.
public sealed class PersonCommandTests : IDisposable
{
    private const string Canary = "440524188001010014";
    private readonly ConsoleRun _console = new() { OnSqlite = true };
    private readonly StringBuilder _said = new();

    public void Dispose() => _console.Dispose();

    [Fact]
    public async Task Canary_TakenUpSeenMovedAndErased_StandsNowhereInClear()
    {
        await RunAsync(ExitCode.Ok, "walk", "--out", File("walk"), "--db", File("walk.db"));
        await RunAsync(ExitCode.Ok, "person", "keys", File("keys.json"));
        _console.Variables["SUPERVISION_PERSON_KEYS"] = File("keys.json");
        var subject = (await System.IO.File.ReadAllLinesAsync(Directory.GetFiles(File("walk"), "frame.csv", SearchOption.AllDirectories)[0]))[1].Split(',')[0];
        string[] add = ["person", "add", "P-1", subject, "--name", "王小二", "--retain-until", "2099-12-31"];
        _console.In = Canary;
        await RunAsync(ExitCode.Ok, add);
        _console.In = Canary[..17] + "5";
        await RunAsync(ExitCode.Failed, add);
        _console.In = Canary;
        await RunAsync(ExitCode.Ok, "person", "find", "--purpose", "核对");
        Assert.Contains("440***********0014", _console.Out, StringComparison.Ordinal);
        await RunAsync(ExitCode.Ok, "person", "show", "P-1", "--purpose", "核对");
        await RunAsync(ExitCode.Failed, "person", "show", Canary, "--purpose", "核对");
        await RunAsync(ExitCode.Failed, "person", "show", "P-1", "--purpose", Canary);
        await RunAsync(ExitCode.Failed, "person", "erase", "P-1", "--reason", $"{Canary} 申请", "--verbose");
        await RunAsync(ExitCode.Ok, "person", "keys", File("keys.json"), "--rotate");
        await RunAsync(ExitCode.Ok, "person", "reencrypt");
        await RunAsync(ExitCode.Ok, "person", "keys", File("keys.json"), "--drop-old");
        await RunAsync(ExitCode.Ok, "person", "views", "P-1");
        await RunAsync(ExitCode.Ok, "journal", "export", "--out", File("journal.jsonl"));
        await RunAsync(ExitCode.Ok, "db", "export", File("backup"));
        AssertNowhere();

        // The canary lives: whoever may see it and asks for it gets it.
        Assert.Equal(ExitCode.Ok, await _console.RunAsync("person", "show", "P-1", "--purpose", "核对", "--full", "--db", File("walk.db")));
        Assert.Contains(Canary, _console.Out, StringComparison.Ordinal);
        await RunAsync(ExitCode.Ok, "person", "erase", "P-1", "--reason", "申请");
        await RunAsync(ExitCode.Ok, "person", "erase");
        await RunAsync(ExitCode.Ok, "journal", "verify");
        AssertNowhere();

        // The search has teeth.
        await System.IO.File.WriteAllTextAsync(File("planted"), $"…{Canary}…");
        Assert.Throws<Xunit.Sdk.DoesNotContainException>(AssertNowhere);
        await EventPage.HoldAsync("Persons", _console, "walk.db", ["person"], TestContext.Current.CancellationToken);
    }

    private void AssertNowhere()
    {
        var needles = new[] { Encoding.UTF8.GetBytes(Canary), Encoding.Unicode.GetBytes(Canary) };
        Assert.DoesNotContain(
            Directory.GetFiles(_console.Folder, "*", SearchOption.AllDirectories),
            file => System.IO.File.ReadAllBytes(file) is var bytes && needles.Any(needle => bytes.AsSpan().IndexOf(needle) >= 0));
        Assert.DoesNotContain(Canary, _said.ToString(), StringComparison.Ordinal);
    }

    private string File(string name) => Path.Combine(_console.Folder, name);

    private async Task RunAsync(ExitCode expected, params string[] args)
    {
        var code = await _console.RunAsync([.. args, .. args.Contains("--db") || args is ["person", "keys", ..] ? [] : new[] { "--db", File("walk.db") }]);
        _said.Append(_console.Out).Append(_console.Error);
        Assert.True(expected == code, $"{string.Join(' ', args)}: {code}\n{_console.Out}\n{_console.Error}");
    }
}
