using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Supervision.Audit;
using Supervision.Registry;
using Supervision.Testing.Laws;

namespace Supervision.Storage.Tests.Reliability;

/// <summary>
/// The process that is killed: this test program, asked to run nothing but <see cref="Write_UntilKilled"/>. It writes a subject and
/// its journal entry in one transaction, and each acknowledged one into a ledger outside of the database.
/// </summary>
public sealed class KilledWriter : IDisposable
{
    private const string Database = "SUPERVISION_KILL_DATABASE";
    private const string Ledger = "SUPERVISION_KILL_LEDGER";
    private const string Run = "SUPERVISION_KILL_RUN";
    private const int Writers = 4;
    private readonly Process _process;

    public KilledWriter()
        : this("", "", 0, start: false)
    {
    }

    private KilledWriter(string database, string ledger, int run, bool start)
    {
        var info = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "Supervision.Storage.Tests"), ["-noLogo", "-noColor", "-method", $"*{nameof(Write_UntilKilled)}"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { [Database] = database, [Ledger] = ledger, [Run] = run.ToString(CultureInfo.InvariantCulture) },
        };
        _process = new Process { StartInfo = info };
        if (start)
        {
            _process.OutputDataReceived += static (_, _) => { };
            _process.Start();
            _process.BeginOutputReadLine();
            _process.BeginErrorReadLine();
        }
    }

    public bool HasExited => _process.HasExited;

    internal static KilledWriter Start(string database, string ledger, int run) => new(database, ledger, run, start: true);

    internal void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose() => _process.Dispose();

    internal static ServiceProvider Services(string database)
    {
        var services = new ServiceCollection().AddSingleton(TimeProvider.System).AddSupervision();
        return (database.Contains("Host=", StringComparison.Ordinal)
            ? services.AddSupervisionPostgreSql(database)
            : services.AddSupervisionSqlite(database)).BuildServiceProvider();
    }

    [Fact]
    public async Task Write_UntilKilled()
    {
        var token = TestContext.Current.CancellationToken;
        if (Environment.GetEnvironmentVariable(Database) is not { } database)
        {
            return; // an ordinary run of the tests
        }

        await using var services = Services(database);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await services.GetRequiredService<SupervisionDatabase>().OpenAsync(token);
                break;
            }
            catch (StorageException) when (attempt < 20)
            {
                await Task.Delay(200 * attempt, token); // a server that was killed just now, on a busy machine
            }
        }

        await using var ledger = new FileStream(
            Environment.GetEnvironmentVariable(Ledger)!, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);
        var run = Environment.GetEnvironmentVariable(Run)!;
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(() => WriteAsync(services, ledger, $"{run}-{writer}"))));
    }

    private static async Task WriteAsync(ServiceProvider services, FileStream ledger, string name)
    {
        for (var i = 0; ; i++)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"S-{name}-{i}");
            try
            {
                await using var scope = services.CreateAsyncScope();
                var work = scope.ServiceProvider.GetRequiredService<IUnitOfWork>();
                await scope.ServiceProvider.GetRequiredService<ISubjectStore>().SaveAsync([Given.Subject(id)], CancellationToken.None);
                work.Append(new JournalRecord("subject.registered", id, new Actor("a", "b"), DateTimeOffset.UnixEpoch, "{}"));
                await work.CommitAsync(CancellationToken.None);
            }
            catch (Exception exception) when (exception is StorageException or System.Data.Common.DbException)
            {
                continue; // the server was killed: whether this one was kept is not known, so it is not in the ledger
            }

            lock (ledger)
            {
                ledger.Write(System.Text.Encoding.ASCII.GetBytes(id + "\n"));
            }
        }
    }
}
