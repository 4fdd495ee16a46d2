using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Supervision.Audit;
using Supervision.Events;
using Supervision.Inspections;
using Supervision.Registry;

namespace Supervision.Storage.Tests.Reliability;

/// <summary>
/// One of several host processes on a server: this test program, asked to run nothing but <see cref="Work_AsOneOfMany"/>. Its workers count up tasks
/// that all processes share, take document numbers of one book, some of them for a key that all processes ask for, and deliver what is in the
/// outbox; each delivery is a line of a file that no other process writes.
/// </summary>
public sealed class WorkingHost
{
    internal const int Tasks = 5;
    internal const int Workers = 4;
    internal const string Book = "磐环";
    internal const string Kind = "罚";
    private const string Subscriber = "ledger";
    private const string Database = "SUPERVISION_HOST_DATABASE";
    private const string Ledger = "SUPERVISION_HOST_LEDGER";
    private const string Rounds = "SUPERVISION_HOST_ROUNDS";
    private static readonly Actor s_actor = new("clerk", "agency");

    internal static Process Start(string database, string ledger, int rounds)
    {
        var process = Process.Start(new ProcessStartInfo(
            Path.Combine(AppContext.BaseDirectory, "Supervision.Storage.Tests"), ["-noLogo", "-noColor", "-method", $"*{nameof(Work_AsOneOfMany)}"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { [Database] = database, [Ledger] = ledger, [Rounds] = rounds.ToString(CultureInfo.InvariantCulture) },
        })!;
        process.BeginErrorReadLine();
        return process;
    }

    [Fact]
    public async Task Work_AsOneOfMany()
    {
        if (Environment.GetEnvironmentVariable(Database) is not { } database)
        {
            return; // an ordinary run of the tests
        }

        var ledger = Environment.GetEnvironmentVariable(Ledger)!;
        var rounds = int.Parse(Environment.GetEnvironmentVariable(Rounds)!, CultureInfo.InvariantCulture);
        await using var services = KilledWriter.Services(database);
        await services.GetRequiredService<SupervisionDatabase>().OpenAsync(TestContext.Current.CancellationToken);
        using var done = new CancellationTokenSource();
        var delivering = Task.Run(async () =>
        {
            while (!done.IsCancellationRequested)
            {
                await DeliverAsync(services, ledger);
            }
        });
        await Task.WhenAll(Enumerable.Range(0, Workers).Select(worker => Task.Run(async () =>
        {
            for (var round = 0; round < rounds; round++)
            {
                var key = $"{Path.GetFileName(ledger)}.{worker}.{round}";
                for (var attempt = 1; !await TryCommandAsync(services, (worker + round) % Tasks, round % 3 == 0 ? $"shared.{worker}.{round}" : key, key); attempt++)
                {
                    await Task.Delay(5 * attempt);
                }
            }
        })));
        await done.CancelAsync();
        await delivering;
    }

    /// <summary>Delivers all that is due, unless another process is at it.</summary>
    internal static Task<int> DeliverAsync(ServiceProvider services, string ledger) =>
        services.GetRequiredService<OutboxDispatcher>().DispatchAsync(new Line(ledger), [], CancellationToken.None);

    private static async Task<bool> TryCommandAsync(ServiceProvider services, int task, string document, string key)
    {
        await using var scope = services.CreateAsyncScope();
        var tasks = scope.ServiceProvider.GetRequiredService<ITaskStore>();
        var work = scope.ServiceProvider.GetRequiredService<IUnitOfWork>();
        var read = (await tasks.FindAsync($"t{task}", CancellationToken.None))!;
        try
        {
            await scope.ServiceProvider.GetRequiredService<IDocumentNumberStore>().TakeAsync(Book, Kind, document, new DateOnly(2026, 3, 2), CancellationToken.None);
            await tasks.UpdateAsync([read with { Version = read.Version + 1 }], CancellationToken.None);
            work.Append(new JournalRecord("task.counted", key, s_actor, DateTimeOffset.UnixEpoch, "{}"));
            await work.CommitAsync(CancellationToken.None);
            return true;
        }
        catch (ConcurrencyConflictException)
        {
            return false;
        }
    }

    private sealed class Line(string ledger) : IEventHandler
    {
        public string Name => Subscriber;

        public Task HandleAsync(JournalEntry entry, CancellationToken cancellationToken) =>
            File.AppendAllTextAsync(ledger, string.Create(CultureInfo.InvariantCulture, $"{entry.Index}\n"), cancellationToken);
    }
}
