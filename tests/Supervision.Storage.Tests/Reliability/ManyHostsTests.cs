using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Supervision.Audit;
using Supervision.Inspections;
using Supervision.Registry;
using Supervision.Testing.Laws;
using Supervision.Tests;

namespace Supervision.Storage.Tests.Reliability;

// Goal: several host processes on one server lose no update, deliver nothing twice and leave no gap in a book of numbers. Method: three of them do the
// same things to the same tasks, numbers and outbox at once; what each was acknowledged is counted and compared with what stands.
// SUPERVISION_HOST_LOAD=2000 for the long form (rounds a worker).
public sealed class ManyHostsTests : IDisposable
{
    private const int Hosts = 3;

    private static readonly int s_rounds = int.Parse(Environment.GetEnvironmentVariable("SUPERVISION_HOST_LOAD") ?? "12", CultureInfo.InvariantCulture);

    private readonly string _folder = Directory.CreateTempSubdirectory("supervision-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Hosts_OnOneServer_LoseNothingAndDoNothingTwice()
    {
        var database = PostgresServer.Shared.NewDatabase();
        await using var services = KilledWriter.Services(database);
        await services.GetRequiredService<SupervisionDatabase>().OpenAsync(Token);
        await using (var scope = services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<ITaskStore>().AddAsync([.. Enumerable.Range(0, WorkingHost.Tasks).Select(i => Given.Task($"t{i}", "S"))], Token);
            await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().CommitAsync(Token);
        }

        var hosts = Enumerable.Range(0, Hosts).Select(host => WorkingHost.Start(database, Ledger(host), s_rounds)).ToList();
        foreach (var host in hosts)
        {
            var said = await host.StandardOutput.ReadToEndAsync(Token);
            await host.WaitForExitAsync(Token);
            Assert.True(host.ExitCode == 0, said);
            host.Dispose();
        }

        await WorkingHost.DeliverAsync(services, Ledger(Hosts));
        await AssertAsync(services, commands: Hosts * WorkingHost.Workers * s_rounds);
    }

    [Theory]
    [InlineData("0 1 2", 3, true)]
    [InlineData("2 0 1", 3, true)] // by different processes
    [InlineData("0 2", 3, false)] // lost
    [InlineData("0 1 1 2", 3, false)] // delivered twice
    public void OnceEach_WithAGapOrADouble_IsFound(string seen, int count, bool right) =>
        Assert.Equal(right, IsOnceEach(seen.Split(' ').Select(text => long.Parse(text, CultureInfo.InvariantCulture)), 0, count));

    private async Task AssertAsync(ServiceProvider services, int commands)
    {
        await using var scope = services.CreateAsyncScope();
        var counted = 0;
        for (var i = 0; i < WorkingHost.Tasks; i++)
        {
            counted += (await scope.ServiceProvider.GetRequiredService<ITaskStore>().FindAsync($"t{i}", Token))!.Version - 1;
        }

        Assert.Equal(commands, counted);
        var head = (await JournalAudit.VerifyAsync(scope.ServiceProvider.GetRequiredService<IJournalReader>(), Token)).OrThrow();
        Assert.Equal(commands, head.Size);

        // Numbers: one for each key, from 1 without a gap; the hosts shared the keys of every third round.
        var shared = WorkingHost.Workers * ((s_rounds + 2) / 3);
        var numbers = await scope.ServiceProvider.GetRequiredService<IDocumentNumberStore>().ListAsync(WorkingHost.Book, WorkingHost.Kind, 2026, 0, 10_000, Token);
        Assert.True(IsOnceEach(numbers.Select(number => (long)number.Serial), 1, Math.Min(10_000, commands - ((Hosts - 1) * shared))));

        var delivered = Enumerable.Range(0, Hosts + 1).Select(Ledger).Where(File.Exists).ToList();
        Assert.True(IsOnceEach(delivered.SelectMany(File.ReadAllLines).Select(text => long.Parse(text, CultureInfo.InvariantCulture)), 0, commands));
        TestContext.Current.TestOutputHelper?.WriteLine($"{commands} commands, {numbers.Count} numbers, deliveries by {delivered.Count} processes");
    }

    private static bool IsOnceEach(IEnumerable<long> seen, long from, long count) =>
        seen.Order().SequenceEqual(Enumerable.Range(0, (int)count).Select(i => from + i));

    private string Ledger(int host) => Path.Combine(_folder, string.Create(CultureInfo.InvariantCulture, $"host{host}"));
}
