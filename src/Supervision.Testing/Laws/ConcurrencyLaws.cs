using Microsoft.Extensions.DependencyInjection;
using Supervision.Audit;
using Supervision.Inspections;
using Supervision.Registry;

namespace Supervision.Testing.Laws;

// Goal: 64 writers on the same and on different things lose nothing, wait for each other crosswise never, and journal
// every change once. Method: each counts the version of tasks up, reading again after a conflict; a task's version is then
// one more than the number of changes that were acknowledged.
internal sealed class ConcurrencyLaws : StoreSuite
{
    private const int WriterCount = 64;

    [Law(1)]
    [Law(7)]
    [Law(WriterCount)]
    public async Task Writers_OnTasks_LoseNoUpdate(int tasks)
    {
        await CommitAsync<ITaskStore>(store => store.AddAsync([.. Enumerable.Range(0, tasks).Select(i => Given.Task($"t{i}", "S"))], Token));
        var rounds = tasks == 1 ? 1 : 3;
        await Task.WhenAll(Enumerable.Range(0, WriterCount).Select(writer => Task.Run(async () =>
        {
            for (var round = 0; round < rounds; round++)
            {
                for (var attempt = 1; !await TryCountUpAsync($"t{(writer + round) % tasks}", $"w{writer}.{round}"); attempt++)
                {
                    await Task.Delay(10 * attempt, Token); // as whoever is told of a conflict does
                }
            }
        })));

        var versions = 0;
        for (var i = 0; i < tasks; i++)
        {
            versions += (await ReadAsync<ITaskStore, InspectionTask?>(store => store.FindAsync($"t{i}", Token)))!.Version - 1;
        }

        Assert.Equal(WriterCount * rounds, versions);
        Assert.Equal(WriterCount * rounds, await JournalledOnceAsync());
    }

    // What clients saw of three tasks while 64 wrote and read them can be put into one order each: nobody read what had been replaced.
    [Law]
    public async Task Histories_OfTasks_AreLinearizable()
    {
        const int Tasks = 3;
        await CommitAsync<ITaskStore>(store => store.AddAsync([.. Enumerable.Range(0, Tasks).Select(i => Given.Task($"t{i}", "S"))], Token));
        var calls = Enumerable.Range(0, Tasks).Select(_ => new System.Collections.Concurrent.ConcurrentBag<VersionHistory.Call>()).ToArray();
        await Task.WhenAll(Enumerable.Range(0, WriterCount).Select(client => Task.Run(async () =>
        {
            for (var round = 0; round < 6; round++)
            {
                var task = (client + round) % Tasks;
                var began = System.Diagnostics.Stopwatch.GetTimestamp();
                var read = (await ReadAsync<ITaskStore, InspectionTask?>(store => store.FindAsync($"t{task}", Token)))!;
                calls[task].Add(new VersionHistory.Call(began, System.Diagnostics.Stopwatch.GetTimestamp(), read.Version, IsWrite: false));
                if (client % 3 > 0)
                {
                    continue;
                }

                began = System.Diagnostics.Stopwatch.GetTimestamp();
                try
                {
                    await CommitAsync<ITaskStore>(store => store.UpdateAsync([read with { Version = read.Version + 1 }], Token), Record($"w{client}.{round}"));
                    calls[task].Add(new VersionHistory.Call(began, System.Diagnostics.Stopwatch.GetTimestamp(), read.Version + 1, IsWrite: true));
                }
                catch (ConcurrencyConflictException)
                {
                    // Somebody was quicker; the next round reads again.
                }
            }
        })));

        Assert.All(calls, history => Assert.Null(VersionHistory.Contradiction(history, 1)));
        Assert.All(calls, history => Assert.Contains(history, call => call.IsWrite));
    }

    [Law]
    public async Task Writers_ImportingTheSameSubjectsInAnyOrder_WaitForEachOther()
    {
        var subjects = Enumerable.Range(0, 60).Select(i => Given.Subject($"S-{i:00}")).ToArray();
        await Task.WhenAll(Enumerable.Range(0, 16).Select(writer => Task.Run(() => CommitAsync<ISubjectStore>(
            store => store.SaveAsync([.. Shuffled(subjects, writer)], Token), Record($"w{writer}")))));
        Assert.Equal(60, await ReadAsync<ISubjectStore, long>(store => store.CountAsync(Token)));
        Assert.Equal(16, await JournalledOnceAsync());
    }

    private static IEnumerable<Subject> Shuffled(Subject[] subjects, int by) =>
        subjects.OrderBy(subject => (subject.Id[^1] + subject.Id[^2]) * (by + 1) % 61).Select(s => s with { Address = $"{by}" });

    private async Task<bool> TryCountUpAsync(string task, string key)
    {
        await using var scope = Services.CreateAsyncScope();
        var tasks = scope.ServiceProvider.GetRequiredService<ITaskStore>();
        var work = scope.ServiceProvider.GetRequiredService<IUnitOfWork>();
        var read = (await tasks.FindAsync(task, Token))!;
        try
        {
            await tasks.UpdateAsync([read with { Version = read.Version + 1 }], Token);
            work.Append(Record(key));
            await work.CommitAsync(Token);
            return true;
        }
        catch (ConcurrencyConflictException)
        {
            return false;
        }
    }

    private async Task<int> JournalledOnceAsync()
    {
        var head = await ReadAsync<IJournalReader, Decisions.Outcome<JournalHead>>(s => JournalAudit.VerifyAsync(s, Token));
        var entries = await ReadAsync<IJournalReader, List<JournalEntry>>(s => ListAsync(s.ReadAsync(0, Token)));
        Assert.Equal(head.OrThrow().Size, entries.DistinctBy(entry => entry.Record.Key).Count());
        return entries.Count;
    }
}
