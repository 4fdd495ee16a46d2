using Supervision.Console.Shell;
using Supervision.Hosts.Tests.Support;

namespace Supervision.Hosts.Tests.Shell;

public sealed class JournalCommandTests : IDisposable
{
    private readonly ConsoleRun _console = new() { OnSqlite = true };

    public void Dispose() => _console.Dispose();

    // Goal: the whole way of a witness: sign, go on working, export, check the file against the head; then forge one letter.
    [Fact]
    public async Task Journal_SignedExportedVerified_ThenForged()
    {
        await RunAsync(ExitCode.Ok, "import", "items", WalkData.CopyTo(_console.Folder, "catalogue.json"), "--db", File("j.db"));
        await RunAsync(ExitCode.Ok, "journal", "key", "--out", File("key.pem"));
        await RunAsync(ExitCode.Failed, "journal", "key", "--out", File("key.pem"));
        await RunAsync(ExitCode.Ok, "journal", "sign", "--key", File("key.pem"), "--out", File("head.json"), "--db", File("j.db"));
        await RunAsync(ExitCode.Ok, "journal", "export", "--out", File("journal.jsonl"), "--db", File("j.db"));
        await RunAsync(ExitCode.Ok, "journal", "verify", "--db", File("j.db"));
        await RunAsync(
            ExitCode.Ok, "journal", "verify", File("journal.jsonl"), "--head", File("head.json"), "--key", File("key.pem.pub"));

        var text = await System.IO.File.ReadAllTextAsync(File("journal.jsonl"));
        await System.IO.File.WriteAllTextAsync(File("journal.jsonl"), text.Replace("console", "forger", StringComparison.Ordinal));
        await RunAsync(ExitCode.ProblemsFound, "journal", "verify", File("journal.jsonl"), "--json");
        Assert.Contains("SUP9102", _console.Out, StringComparison.Ordinal);
        await RunAsync(ExitCode.Failed, "journal", "verify", File("none.jsonl"));
    }

    // Goal: heads as one file a day, each going on from those before; a folder with a forged day is found out.
    [Fact]
    public async Task Journal_DailyWitnessesBySm2OverSm3_GoOnFromEachOther()
    {
        await RunAsync(ExitCode.Ok, "db", "migrate", "--journal-hash", "sm3", "--db", File("j.db"));
        await RunAsync(ExitCode.Ok, "journal", "key", "--sm2", "--out", File("key.pem"));
        for (var day = 0; day < 2; day++)
        {
            await RunAsync(ExitCode.Ok, "journal", "sign", "--key", File("key.pem"), "--daily", File("heads"), "--db", File("j.db"));
            await RunAsync(ExitCode.Ok, "import", "items", WalkData.CopyTo(_console.Folder, "catalogue.json"), "--db", File("j.db"));
        }

        await RunAsync(ExitCode.Ok, "journal", "export", "--out", File("journal.jsonl"), "--db", File("j.db"));
        var head = Assert.Single(Directory.GetFiles(File("heads")));
        System.IO.File.Copy(head, Path.Combine(File("heads"), "2000-01-01.json"));
        await RunAsync(ExitCode.Ok, "journal", "verify", File("journal.jsonl"), "--head", File("heads"), "--key", File("key.pem.pub"), "--json");
        Assert.Contains("\"witnesses\": 2", _console.Out, StringComparison.Ordinal);

        await System.IO.File.WriteAllTextAsync(head, (await System.IO.File.ReadAllTextAsync(head)).Replace("\"size\":1", "\"size\":2", StringComparison.Ordinal));
        await RunAsync(ExitCode.ProblemsFound, "journal", "verify", File("journal.jsonl"), "--head", File("heads"), "--key", File("key.pem.pub"));
        await RunAsync(ExitCode.ProblemsFound, "journal", "sign", "--key", File("key.pem"), "--daily", File("heads"), "--db", File("j.db"));
        await RunAsync(ExitCode.Failed, "db", "migrate", "--journal-hash", "sha256", "--db", File("j.db"));
    }

    private string File(string name) => Path.Combine(_console.Folder, name);

    private async Task RunAsync(ExitCode expected, params string[] args) => Assert.Equal(expected, await _console.RunAsync(args));
}
