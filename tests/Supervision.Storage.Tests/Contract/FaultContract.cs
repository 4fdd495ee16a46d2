using Microsoft.Extensions.DependencyInjection;
using Supervision.Audit;
using Supervision.Events;
using Supervision.Inspections;
using Supervision.Storage.Tests.Reliability;
using Supervision.Testing.Laws;

namespace Supervision.Storage.Tests.Contract;

// Goal: whichever store call of a command fails, nothing of the command stays, the caller hears of it, and the same command under the same
// idempotency key succeeds afterwards with one effect. Method: let the first call fail, then the second, … until the command passes;
// each time all rows of all tables are as they were. Then the same with a call that did its work before it failed, the commit too.
public abstract class FaultContract(IStorageUnderTest storage) : ContractTests(storage)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Command_WhoseKthCallFails_LeavesNothingAndSucceedsWhenRepeated(bool after)
    {
        var plan = new StoreFault.Plan();
        Storage.Configure = services => StoreFault.Wrap(WorkingDay.Register(services), plan);
        await ReopenAsync();
        await WorkingDay.PrepareAsync(Services, Token);
        foreach (var command in WorkingDay.Commands)
        {
            var before = Storage.Dump();
            for (var k = 1; ; k++)
            {
                plan.Arm(k, after);
                if (await FailsAsync(command))
                {
                    Assert.True(k <= plan.Calls.Count);
                    if (Storage.Dump() is var now && now != before)
                    {
                        // It was acknowledged by the store, and the caller doesn't know.
                        Assert.True(after, $"{command}: after a failure of call {k}, {plan.Calls[^1]}, something stayed.");
                        Assert.Equal("ReleaseAsync", plan.Calls[k - 1].Split('.')[1]);
                        plan.Arm(0, after);
                        Assert.True((await RunAsync(command)).IsReplayed);
                        Assert.Equal(now, Storage.Dump());
                        break;
                    }

                    continue;
                }

                Assert.True(k > plan.Calls.Count && k > 4, $"{command}: only {plan.Calls.Count} calls");
                Assert.False(after, $"{command}: the commit never failed.");
                Assert.NotEqual(before, Storage.Dump());
                break;
            }
        }

        plan.Arm(0, after);
        var head = await ReadAsync<IJournalReader, Decisions.Outcome<JournalHead>>(s => JournalAudit.VerifyAsync(s, Token));
        Assert.True(head.OrThrow().Size >= WorkingDay.Commands.Count);
    }

    // Delivery has no key of its own: a fault in the middle leaves the lease to run out, and what was delivered is known by the inbox.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Dispatch_WhoseKthCallFails_AppliesEachEventOnceAfterwards(bool after)
    {
        var plan = new StoreFault.Plan();
        Storage.Configure = services => StoreFault.Wrap(WorkingDay.Register(services), plan);
        await ReopenAsync();
        var (committed, faults) = (new List<string>(), 0);
        for (var k = 1; ; k++)
        {
            plan.Arm(0, after);
            committed.AddRange([$"{k}.a", $"{k}.b"]);
            await CommitAsync<ITaskStore>(_ => Task.CompletedTask, Event($"{k}.a"), Event($"{k}.b"));
            plan.Arm(k, after);
            await DispatchAsync();
            var calls = plan.Calls.Count;
            plan.Arm(0, after);
            for (var again = 0; again < 2; again++)
            {
                ((ManualTime)Services.GetRequiredService<TimeProvider>()).Add(TimeSpan.FromMinutes(11));
                await DispatchAsync();
            }

            Assert.Equal(committed.Order(StringComparer.Ordinal), (await AppliedAsync()).Order(StringComparer.Ordinal));
            Assert.Empty(await ReadAsync<IOutboxStore, IReadOnlyList<ParkedEvent>>(store => store.ListParkedAsync(Effects.Subscriber, Token)));
            if (k > calls)
            {
                break;
            }

            faults++;
        }

        Assert.InRange(faults, 10, 100);
    }

    // The test has teeth: a command that commits in two halves without a key is caught.
    [Fact]
    public async Task Command_ThatCommitsHalfWay_IsCaught()
    {
        var plan = new StoreFault.Plan();
        Storage.Configure = services => StoreFault.Wrap(WorkingDay.Register(services), plan);
        await ReopenAsync();
        await CommitAsync<Registry.ISubjectStore>(store => store.SaveAsync([Given.Subject("S-0")], Token));
        var before = Storage.Dump();
        plan.Arm(3, after: false);
        await Assert.ThrowsAsync<InjectedFaultException>(async () =>
        {
            await CommitAsync<Registry.ISubjectStore>(store => store.SaveAsync([Given.Subject("S-1")], Token));
            await CommitAsync<Registry.ISubjectStore>(store => store.SaveAsync([Given.Subject("S-2")], Token));
        });
        Assert.NotEqual(before, Storage.Dump());
    }

    private static JournalRecord Event(string key) => new("test.committed", key, Clerk, Noon, "{}");

    private async Task DispatchAsync()
    {
        try
        {
            await Services.GetRequiredService<OutboxDispatcher>().DispatchAsync(new Effects(Services), ["test.committed"], Token);
        }
        catch (InjectedFaultException)
        {
            // As a crash would: the lease stays until it runs out.
        }
    }

    private async Task<List<string>> AppliedAsync() =>
        [.. (await ReadAsync<IJournalIndex, IReadOnlyList<JournalEntry>>(index => index.FindAsync(Effects.Applied, null, Token))).Select(entry => entry.Record.Key)];

    private async Task<bool> FailsAsync(WorkingDay.Command command)
    {
        try
        {
            Assert.False((await RunAsync(command)).IsReplayed);
            return false;
        }
        catch (InjectedFaultException)
        {
            return true;
        }
    }

    private async Task<CommandAnswer> RunAsync(WorkingDay.Command command) => (await Services.GetRequiredService<CommandDesk>()
        .RunOnceAsync(WorkingDay.Actor, command.Name.Replace(' ', '-'), command.Name, of => command.Run(of, Token), Token)).OrThrow();

    /// <summary>The effect of an event is a record of its own, in one transaction with the inbox key.</summary>
    private sealed class Effects(IServiceProvider services) : IEventHandler
    {
        public const string Applied = "test.applied";
        public const string Subscriber = "effects";

        public string Name => Subscriber;

        public async Task HandleAsync(JournalEntry entry, CancellationToken cancellationToken)
        {
            await using var scope = services.CreateAsyncScope();
            if (await scope.ServiceProvider.GetRequiredService<IInbox>().TryAcceptAsync(Name, entry.LeafHash.ToString(), cancellationToken))
            {
                var work = scope.ServiceProvider.GetRequiredService<IUnitOfWork>();
                work.Append(new JournalRecord(Applied, entry.Record.Key, Clerk, Noon, "{}"));
                await work.CommitAsync(cancellationToken);
            }
        }
    }
}
