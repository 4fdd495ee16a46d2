using Microsoft.Extensions.DependencyInjection;
using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Registry;

namespace Supervision.Testing.Laws;

// Goal: one key, one effect, one answer; also when it comes twice at once, or broke off half way.
internal sealed class IdempotencyLaws : StoreSuite
{
    private int _runs;

    private CommandDesk Desk => Services.GetRequiredService<CommandDesk>();

    [Law]
    public async Task RunOnce_TheSameAgain_HasOneEffectAndTheSameAnswer()
    {
        Assert.Equal(new CommandAnswer("run 1", false), (await RunAsync("k1", "a")).OrThrow());
        await ReopenAsync();
        Assert.Equal(new CommandAnswer("run 1", true), (await RunAsync("k1", "a")).OrThrow());
        Assert.Equal("SUP9201", (await RunAsync("k1", "b")).Refusal?.Code);
        Assert.Equal(new CommandAnswer("run 2", false), (await RunAsync("k1", "b", Clerk with { Id = "clerk-2" })).OrThrow());
        Assert.Equal("SUP9202", (await RunAsync("", "a")).Refusal?.Code);
        Assert.Equal("SUP9202", (await RunAsync(new string('k', 256), "a")).Refusal?.Code);
        Assert.Equal("SUP9202", (await RunAsync("k\n1", "a")).Refusal?.Code);
        Assert.Equal(2 * 2, (await HeadAsync()).Size);
    }

    [Law]
    public async Task RunOnce_ManyAtOnce_HasOneEffect()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 24).Select(i => Task.Run(() => RunAsync($"k{i % 3}", "a"))));
        Assert.Equal(3, answers.Select(answer => answer.OrThrow().Text).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(3, answers.Count(answer => !answer.OrThrow().IsReplayed));
        Assert.Equal(3 * 2, (await HeadAsync()).Size);
    }

    // Two commits inside: both are held back, so that what breaks off between them leaves nothing, the key included.
    [Law]
    public async Task RunOnce_ThatBreaksOff_LeavesNothingAndMayBeRepeated()
    {
        await Assert.ThrowsAsync<IOException>(() => RunAsync("k1", "a", breakOff: true));
        Assert.Equal(0, (await HeadAsync()).Size);
        Assert.Equal(0, await ReadAsync<ISubjectStore, long>(store => store.CountAsync(Token)));
        Assert.False((await RunAsync("k1", "a")).OrThrow().IsReplayed);
    }

    [Law]
    public async Task Forget_OldCommands_FreesTheirKeys()
    {
        await RunAsync("k1", "a");
        await CommitAsync<ICommandStore>(async store => Assert.Equal(0, await store.ForgetAsync(Noon.AddYears(-9), Token)));
        await CommitAsync<ICommandStore>(async store => Assert.Equal(1, await store.ForgetAsync(Noon.AddYears(900), Token)));
        Assert.False((await RunAsync("k1", "b")).OrThrow().IsReplayed);
    }

    private Task<Outcome<CommandAnswer>> RunAsync(string key, string content, Actor? actor = null, bool breakOff = false) =>
        Desk.RunOnceAsync(
            actor ?? Clerk, key, content,
            async services =>
            {
                var run = Interlocked.Increment(ref _runs);
                var work = services.GetRequiredService<IUnitOfWork>();
                await services.GetRequiredService<ISubjectStore>().SaveAsync([Given.Subject($"S-{run}")], Token);
                work.Append(Record($"{run}a") with { Actor = actor ?? Clerk });
                await work.CommitAsync(Token);
                work.Append(Record($"{run}b") with { Actor = actor ?? Clerk });
                await work.CommitAsync(Token);
                return breakOff ? throw new IOException("broken off") : $"run {run}";
            },
            Token);

    private async Task<JournalHead> HeadAsync() =>
        (await ReadAsync<IJournalReader, Outcome<JournalHead>>(s => JournalAudit.VerifyAsync(s, Token))).OrThrow();
}
