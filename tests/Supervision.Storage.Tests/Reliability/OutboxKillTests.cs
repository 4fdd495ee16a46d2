using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Supervision.Audit;

namespace Supervision.Storage.Tests.Reliability;

// Goal: whatever was committed takes effect exactly once, though the process that delivers is killed again and again. Method: kill it at
// a moment that moves; at the end deliver the rest: records applied are those committed, each once, and the journal verifies.
// SUPERVISION_OUTBOX_KILLS=500 for the long form.
public sealed class OutboxKillTests : IDisposable
{
    private static readonly int s_kills = int.Parse(
        Environment.GetEnvironmentVariable("SUPERVISION_OUTBOX_KILLS") ?? "3", CultureInfo.InvariantCulture);

    private readonly string _folder = Directory.CreateTempSubdirectory("supervision-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Kill_WhileDelivering_AppliesWhatWasCommittedOnce()
    {
        var database = Path.Combine(_folder, "test.db");
        for (var run = 0; run < s_kills; run++)
        {
            using var consumer = KilledConsumer.Start(database, run);
            while (!File.Exists(database + ".running"))
            {
                await Task.Delay(5, TestContext.Current.CancellationToken);
            }

            await Task.Delay(run * 37 % 300, TestContext.Current.CancellationToken);
            consumer.Kill();
            File.Delete(database + ".running");
            if (s_kills > 100 && (run + 1) % 50 == 0)
            {
                Console.Error.WriteLine($"outbox: {run + 1} kills");
            }
        }

        await using var services = KilledWriter.Services(database);
        await services.GetRequiredService<SupervisionDatabase>().OpenAsync(TestContext.Current.CancellationToken);
        await KilledConsumer.DeliverAsync(services);
        var (committed, applied) = await KeysAsync(services);
        Assert.NotEmpty(committed);
        Assert.Null(Difference(committed, applied));
        TestContext.Current.TestOutputHelper?.WriteLine($"{s_kills} kills, {committed.Count} committed, {applied.Count} applied");
    }

    [Theory]
    [InlineData("a b c", "a b c", true)]
    [InlineData("a b c", "a c", false)] // lost
    [InlineData("a b c", "a b b c", false)] // applied twice
    [InlineData("a b c", "b a c", true)] // of different keys any order will do
    [InlineData("a b", "a b x", false)] // from nowhere
    public void Difference_OfALostOrDoubleEffect_IsFound(string committed, string applied, bool alike) =>
        Assert.Equal(alike, Difference([.. committed.Split(' ')], [.. applied.Split(' ')]) is null);

    private static string? Difference(List<string> committed, List<string> applied) =>
        applied.GroupBy(key => key, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice ? $"{twice.Key} was applied {twice.Count()} times"
        : committed.Except(applied, StringComparer.Ordinal).FirstOrDefault() is { } lost ? $"{lost} was never applied"
        : applied.Except(committed, StringComparer.Ordinal).FirstOrDefault() is { } extra ? $"{extra} was never committed"
        : null;

    private static async Task<(List<string> Committed, List<string> Applied)> KeysAsync(ServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var journal = scope.ServiceProvider.GetRequiredService<IJournalReader>();
        (await JournalAudit.VerifyAsync(journal, CancellationToken.None)).OrThrow();
        var (committed, applied) = (new List<string>(), new List<string>());
        await foreach (var entry in journal.ReadAsync(0, CancellationToken.None))
        {
            (entry.Record.Type == KilledConsumer.Committed ? committed : applied).Add(entry.Record.Key);
        }

        return (committed, applied);
    }
}
