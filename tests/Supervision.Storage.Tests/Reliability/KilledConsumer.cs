using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Supervision.Audit;
using Supervision.Events;

namespace Supervision.Storage.Tests.Reliability;

/// <summary>
/// The process that is killed while it commits records and delivers them: this test program, asked to run nothing but
/// <see cref="Consume_UntilKilled"/>. The effect of a delivery is a record of its own, in one transaction with the inbox key.
/// </summary>
public sealed class KilledConsumer : IDisposable
{
    internal const string Committed = "test.committed";
    internal const string Applied = "test.applied";
    private const string Name = "effects";
    private const string Database = "SUPERVISION_OUTBOX_DATABASE";
    private const string Run = "SUPERVISION_OUTBOX_RUN";
    private readonly Process? _process;

    public KilledConsumer()
    {
    }

    private KilledConsumer(Process process) => _process = process;

    internal static KilledConsumer Start(string database, int run)
    {
        var process = Process.Start(new ProcessStartInfo(
            Path.Combine(AppContext.BaseDirectory, "Supervision.Storage.Tests"), ["-noLogo", "-noColor", "-method", $"*{nameof(Consume_UntilKilled)}"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { [Database] = database, [Run] = run.ToString(CultureInfo.InvariantCulture) },
        })!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new KilledConsumer(process);
    }

    internal void Kill()
    {
        _process!.Kill();
        _process.WaitForExit();
    }

    public void Dispose() => _process?.Dispose();

    [Fact]
    public async Task Consume_UntilKilled()
    {
        if (Environment.GetEnvironmentVariable(Database) is not { } database)
        {
            return; // an ordinary run of the tests
        }

        await using var services = KilledWriter.Services(database);
        await services.GetRequiredService<SupervisionDatabase>().OpenAsync(CancellationToken.None);
        for (var i = 0; ; i++)
        {
            await using (var scope = services.CreateAsyncScope())
            {
                await AppendAsync(scope.ServiceProvider, Committed, $"{Environment.GetEnvironmentVariable(Run)}-{i}");
            }

            if (i % 4 == 3)
            {
                await DeliverAsync(services);
                await File.WriteAllTextAsync(database + ".running", "", CancellationToken.None);
            }
        }
    }

    /// <summary>Takes over the lease of the process that was killed, as ten minutes of waiting would, and delivers all that is due.</summary>
    internal static async Task DeliverAsync(ServiceProvider services)
    {
        await using (var scope = services.CreateAsyncScope())
        {
            var now = DateTimeOffset.UtcNow;
            await scope.ServiceProvider.GetRequiredService<IOutboxStore>().LeaseAsync(Name, now.AddMinutes(11), now, CancellationToken.None);
            await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().CommitAsync(CancellationToken.None);
        }

        await services.GetRequiredService<OutboxDispatcher>().DispatchAsync(new Effects(services), [Committed], CancellationToken.None);
    }

    private static async Task AppendAsync(IServiceProvider services, string type, string key)
    {
        var work = services.GetRequiredService<IUnitOfWork>();
        work.Append(new JournalRecord(type, key, new Actor("a", "b"), DateTimeOffset.UnixEpoch, "{}"));
        await work.CommitAsync(CancellationToken.None);
    }

    private sealed class Effects(ServiceProvider services) : IEventHandler
    {
        public string Name => KilledConsumer.Name;

        public async Task HandleAsync(JournalEntry entry, CancellationToken cancellationToken)
        {
            await using var scope = services.CreateAsyncScope();
            if (await scope.ServiceProvider.GetRequiredService<IInbox>().TryAcceptAsync(Name, entry.LeafHash.ToString(), cancellationToken))
            {
                await AppendAsync(scope.ServiceProvider, Applied, entry.Record.Key);
            }
        }
    }
}
