using Microsoft.Extensions.DependencyInjection;
using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Events;
using Supervision.Registry;

namespace Supervision.Testing.Laws;

// Goal: every committed record reaches a handler at least once and in order of its key, whatever fails; nothing that was
// rolled back does.
internal sealed class OutboxLaws : StoreSuite
{
    private readonly List<string> _seen = [];
    private Func<JournalEntry, bool> _fails = _ => false;

    private ManualTime Time => (ManualTime)Services.GetRequiredService<TimeProvider>();

    [Law]
    public async Task Dispatch_CommittedRecords_ArriveOnceInOrderAcrossBatchesAndRestarts()
    {
        var keys = Enumerable.Range(0, 250).Select(i => $"k{i % 9}.{i}").ToArray();
        foreach (var some in keys.Chunk(60))
        {
            await AppendAsync(some);
            await using var scope = Services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<IUnitOfWork>().Append(Record("rolled back"));
        }

        Assert.Equal(250, await DispatchAsync());
        await ReopenAsync();
        Assert.Equal(0, await DispatchAsync());
        await AppendAsync("later");
        Assert.Equal(1, await DispatchAsync());
        Assert.Equal([.. keys, "later"], _seen);
    }

    [Law]
    public async Task Dispatch_ThatFails_HoldsBackOnlyItsKeyAndBacksOff()
    {
        await AppendAsync("a", "b", "a", "c");
        _fails = entry => entry.Index == 0;
        await DispatchAsync();
        Assert.Equal(["b", "c"], _seen);
        var parked = await ParkedAsync();
        Assert.Equal([(0L, 1), (2L, 0)], parked.Select(one => (one.Position, one.Attempts)));
        Assert.Contains("IOException", parked[0].Error, StringComparison.Ordinal);

        _fails = _ => false;
        await DispatchAsync();
        Assert.Equal(["b", "c"], _seen); // not due yet
        Time.Add(TimeSpan.FromSeconds(6));
        await DispatchAsync();
        Assert.Equal(["b", "c", "a", "a"], _seen);
        Assert.Empty(await ParkedAsync());
    }

    [Law]
    public async Task Dispatch_GivenUp_IsVisibleAndReplayed()
    {
        await AppendAsync("a", "a");
        _fails = _ => true;
        for (var i = 0; i < OutboxDispatcher.MaxAttempts + 2; i++)
        {
            await DispatchAsync();
            Time.Add(TimeSpan.FromHours(1.1));
        }

        var dead = (await ParkedAsync())[0];
        Assert.True(dead.IsDead);
        Assert.Equal(OutboxDispatcher.MaxAttempts, dead.Attempts);
        _fails = _ => false;
        await DispatchAsync();
        Assert.Empty(_seen);
        Assert.Equal(2, await CommitAndGetAsync<ReplayEvents>(replay => replay.RunAsync("handler", Clerk, Token)));
        await DispatchAsync();
        Assert.Equal(["a", "a", "handler"], _seen); // the replay is itself an event
    }

    // A crash after the effect and before the position was saved delivers again. Without the inbox it would count twice.
    [Law]
    public async Task Dispatch_AfterACrashBetweenEffectAndAcknowledgement_TakesEffectOnceByTheInbox()
    {
        await AppendAsync("a", "b", "c");
        using var crash = new CancellationTokenSource();
        var handler = new Handler("counting", async entry =>
        {
            await using var scope = Services.CreateAsyncScope();
            if (await scope.ServiceProvider.GetRequiredService<IInbox>().TryAcceptAsync("counting", entry.LeafHash.ToString(), Token))
            {
                await scope.ServiceProvider.GetRequiredService<ISubjectStore>().SaveAsync([Given.Subject($"S-{Interlocked.Increment(ref _effects)}")], Token);
                await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().CommitAsync(Token);
            }

            if (++_deliveries == 2)
            {
                await crash.CancelAsync();
                crash.Token.ThrowIfCancellationRequested();
            }
        });
        var dispatcher = Services.GetRequiredService<OutboxDispatcher>();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => dispatcher.DispatchAsync(handler, [], crash.Token));
        Assert.Equal(0, await dispatcher.DispatchAsync(handler, [], Token)); // the lease of the dead process
        Time.Add(TimeSpan.FromMinutes(11));
        Assert.Equal(3, await dispatcher.DispatchAsync(handler, [], Token));
        Assert.Equal(5, _deliveries);
        Assert.Equal(3, await ReadAsync<ISubjectStore, long>(store => store.CountAsync(Token)));
    }

    // The clock is put back by a month while a lease runs and an event waits: nothing stands still for a month.
    [Law]
    public async Task Dispatch_ClockPutBack_GoesOn()
    {
        await AppendAsync("a", "b");
        _fails = entry => entry.Record.Key == "a";
        await DispatchAsync();
        await CommitAsync<IOutboxStore>(store => store.LeaseAsync("handler", Time.GetUtcNow(), Time.GetUtcNow().AddMinutes(10), Token));
        Time.Add(TimeSpan.FromDays(-30));
        _fails = _ => false;
        await DispatchAsync();
        Assert.Equal(["b", "a"], _seen);
        await AppendAsync("c");
        await DispatchAsync();
        Assert.Equal(["b", "a", "c"], _seen);
        Assert.True((await ReadAsync<IJournalReader, Outcome<JournalHead>>(s => JournalAudit.VerifyAsync(s, Token))).IsAccepted);
    }

    // Delivered twice, late, out of order and by several at once: by the inbox each event takes effect once.
    [Law]
    public async Task Inbox_DuplicatedAndReorderedDelivery_TakesEffectOnce()
    {
        var random = new Random(5);
        var deliveries = Enumerable.Range(0, 40).SelectMany(i => Enumerable.Repeat($"e{i}", 1 + random.Next(4))).OrderBy(_ => random.Next()).ToArray();
        await Parallel.ForEachAsync(deliveries, new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = Token }, async (id, token) =>
        {
            await using var scope = Services.CreateAsyncScope();
            if (await scope.ServiceProvider.GetRequiredService<IInbox>().TryAcceptAsync("consumer", id, token))
            {
                var work = scope.ServiceProvider.GetRequiredService<IUnitOfWork>();
                work.Append(Record(id));
                if (id.Length > 2 && Interlocked.Increment(ref _deliveries) % 7 == 0)
                {
                    return; // breaks off before the commit: another delivery has to do it
                }

                await work.CommitAsync(token);
            }
        });
        foreach (var id in deliveries.Distinct())
        {
            await CommitAsync<IInbox>(inbox => inbox.TryAcceptAsync("consumer", id, Token));
        }

        var entries = await ReadAsync<IJournalReader, List<JournalEntry>>(s => ListAsync(s.ReadAsync(0, Token)));
        Assert.Equal(entries.Count, entries.DistinctBy(entry => entry.Record.Key).Count());
        Assert.InRange(entries.Count, 20, 40);
    }

    [Law]
    public async Task Subscribe_WebhookOfOneType_StartsAtTheEndAndHearsOnlyThat()
    {
        await AppendAsync("before");
        Task<Outcome<Subscription>> SubscribeAsync(string name, string url) => CommitAndGetAsync<SubscribeWebhook, Outcome<Subscription>>(
            use => use.RunAsync(name, url, ["subject.registered"], "secret", fromTheStart: false, Clerk, Token));
        Assert.Equal("SUP9211", (await SubscribeAsync("a b", "https://example.org")).Refusal?.Code);
        foreach (var url in new[] { "http://example.org/", "ftp://example.org", "x", "https://a:b@example.org/" })
        {
            Assert.Equal("SUP9212", (await SubscribeAsync("bureau", url)).Refusal?.Code);
        }

        Assert.True((await SubscribeAsync("bureau", "https://example.org/hook")).IsAccepted);
        Assert.True((await SubscribeAsync("bureau", "http://127.0.0.1:1/hook")).IsAccepted);
        var subscription = Assert.Single(await ReadAsync<IOutboxStore, IReadOnlyList<Subscription>>(s => s.ListAsync(Token)));
        Assert.Equal(("http://127.0.0.1:1/hook", 1L), (subscription.Url, subscription.Position));
        await AppendAsync("after");
        await Services.GetRequiredService<OutboxDispatcher>().DispatchAsync(new Handler("bureau", See), subscription.Types, Token);
        Assert.Equal(["after"], _seen);
    }

    private int _effects;
    private int _deliveries;

    private Task See(JournalEntry entry)
    {
        if (_fails(entry))
        {
            throw new IOException("no");
        }

        _seen.Add(entry.Record.Key);
        return Task.CompletedTask;
    }

    private Task<int> DispatchAsync() => Services.GetRequiredService<OutboxDispatcher>().DispatchAsync(new Handler("handler", See), [], Token);

    private Task AppendAsync(params string[] keys) =>
        CommitAsync<ISubjectStore>(_ => Task.CompletedTask, [.. keys.Select(Record)]);

    private Task<IReadOnlyList<ParkedEvent>> ParkedAsync() =>
        ReadAsync<IOutboxStore, IReadOnlyList<ParkedEvent>>(store => store.ListParkedAsync("handler", Token));

    private Task<int> CommitAndGetAsync<TUseCase>(Func<TUseCase, Task<int>> run)
        where TUseCase : notnull => CommitAndGetAsync<TUseCase, int>(run);

    private Task<T> CommitAndGetAsync<TUseCase, T>(Func<TUseCase, Task<T>> run)
        where TUseCase : notnull => ReadAsync(run);

    private sealed class Handler(string name, Func<JournalEntry, Task> handle) : IEventHandler
    {
        public string Name => name;

        public Task HandleAsync(JournalEntry entry, CancellationToken cancellationToken) => handle(entry);
    }
}
