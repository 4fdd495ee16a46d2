using Microsoft.Extensions.DependencyInjection;
using Supervision.Audit;
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
}
