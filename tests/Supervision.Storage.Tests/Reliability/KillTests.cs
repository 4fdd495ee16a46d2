using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Supervision.Audit;
using Supervision.Registry;
using Supervision.Tests;

namespace Supervision.Storage.Tests.Reliability;

// Goal: what was acknowledged survives kill -9, and nothing is half there. Method: a process writes and keeps a ledger outside of
// the database; it is killed at a moment that moves; then each id of the ledger is a subject and a journal entry, there are as
// many of one as of the other, and the journal verifies. On a server its own processes are killed in turn, the postmaster too.
// SUPERVISION_KILLS=1000 for the long form, which writes how far it is to standard error.
public sealed class KillTests : IDisposable
{
    private static readonly int s_kills = int.Parse(
        Environment.GetEnvironmentVariable("SUPERVISION_KILLS") ?? "3", CultureInfo.InvariantCulture);

    // The first is the postmaster, whose end is the end of all.
    private static readonly string[] s_serverProcesses = ["postmaster", "client backend", "checkpointer", "walwriter", "background writer"];

    private readonly string _folder = Directory.CreateTempSubdirectory("supervision-").FullName;

    // Its own server: all of its connections end when it recovers.
    private readonly Lazy<PostgresServer> _server = new(PostgresServer.Start);

    private long _acknowledged;
    private long _counted;

    private string Ledger => Path.Combine(_folder, "ledger");

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        if (_server.IsValueCreated)
        {
            _server.Value.Dispose();
        }
    }

    [Fact]
    public Task Kill_TheProcessThatOwnsTheFile_LosesNothingAcknowledged() =>
        RunAsync(Path.Combine(_folder, "test.db"), static (writer, _, _) => writer.Kill());

    [Fact]
    public Task Kill_AProcessOfTheServer_LosesNothingAcknowledged() => RunAsync(
        _server.Value.NewDatabase(),
        (writer, database, run) =>
        {
            if (run % s_serverProcesses.Length == 0)
            {
                _server.Value.KillAndRestart();
            }
            else
            {
                KillProcessOf(database, s_serverProcesses[run % s_serverProcesses.Length]);
            }

            writer.Kill();
        });

    // The test has teeth: a ledger with an id that was never written is found.
    [Fact]
    public async Task Check_AnAcknowledgedIdThatIsNotThere_IsNamed()
    {
        await File.WriteAllTextAsync(Ledger, "S-never\n", TestContext.Current.CancellationToken);
        var lost = await Assert.ThrowsAsync<Xunit.Sdk.TrueException>(() => CheckAsync(Path.Combine(_folder, "test.db")));
        Assert.Contains("S-never", lost.Message, StringComparison.Ordinal);
    }

    private async Task RunAsync(string database, Action<KilledWriter, string, int> kill)
    {
        var token = TestContext.Current.CancellationToken;
        for (var run = 0; run < s_kills; run++)
        {
            var before = Acknowledged();
            using var writer = KilledWriter.Start(database, Ledger, run);
            var wanted = before + 20 + (run * 37 % 211);
            while (Acknowledged() < wanted)
            {
                Assert.False(writer.HasExited, "The writer ended by itself.");
                await Task.Delay(2, token);
            }

            kill(writer, database, run);
            await CheckAsync(database);
            if (s_kills > 100 && (run + 1) % 50 == 0)
            {
                Console.Error.WriteLine($"{(database.Contains("Host=", StringComparison.Ordinal) ? "PostgreSQL" : "SQLite")}: {run + 1} kills, {Acknowledged()} acknowledged, 0 lost");
            }
        }

        Assert.True(Acknowledged() >= 20 * s_kills);
        TestContext.Current.TestOutputHelper?.WriteLine($"{s_kills} kills, {Acknowledged()} acknowledged writes, 0 lost");
    }

    // Counts on from where it stopped: the ledger of the long form has a hundred thousand lines.
    private long Acknowledged()
    {
        if (File.Exists(Ledger))
        {
            using var ledger = new FileStream(Ledger, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            ledger.Position = _counted;
            var more = new byte[ledger.Length - _counted];
            ledger.ReadExactly(more);
            _acknowledged += more.AsSpan().Count((byte)'\n');
            _counted += more.Length;
        }

        return _acknowledged;
    }

    private async Task CheckAsync(string database)
    {
        var token = TestContext.Current.CancellationToken;
        await using var services = KilledWriter.Services(database);
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await services.GetRequiredService<SupervisionDatabase>().OpenAsync(token);
                break;
            }
            catch (StorageException) when (attempt < 100)
            {
                await Task.Delay(100, token); // the server recovers, or the killed process still gives its lock back
            }
        }

        await using var scope = services.CreateAsyncScope();
        var journal = scope.ServiceProvider.GetRequiredService<IJournalReader>();
        var head = (await JournalAudit.VerifyAsync(journal, token)).OrThrow();
        var journalled = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var entry in journal.ReadAsync(0, token))
        {
            journalled.Add(entry.Record.Key);
        }

        Assert.Equal(head.Size, journalled.Count);
        Assert.Equal(head.Size, await scope.ServiceProvider.GetRequiredService<ISubjectStore>().CountAsync(token));
        var lost = (await File.ReadAllLinesAsync(Ledger, token)).Where(id => !journalled.Contains(id)).Take(3);
        Assert.True(!lost.Any(), $"acknowledged and lost: {string.Join(", ", lost)}");
    }

    // One process killed makes the server end all others and recover from its log, as after a crash of its own.
    private static void KillProcessOf(string database, string kind)
    {
        using var connection = new NpgsqlConnection(database + ";Pooling=false;Application Name=killer");
        connection.Open();
        using var command = new NpgsqlCommand(
            "SELECT pid FROM pg_stat_activity WHERE backend_type = @kind AND application_name <> 'killer' LIMIT 1", connection);
        command.Parameters.AddWithValue("kind", kind);
        Process.GetProcessById(Assert.IsType<int>(command.ExecuteScalar())).Kill();
    }
}
