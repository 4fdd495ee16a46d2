using System.Reflection;
using Supervision.Audit;
using Supervision.Cases;
using Supervision.Registry;
using Supervision.Time;

namespace Supervision.Core.Tests.Cases;

// Goal: a step reads other cases of the party only where a guard of it looks at them; a business may have had many.
public sealed class AdvanceCaseTests
{
    private readonly List<string> _read = [];

    [Fact]
    public async Task Run_StepThatLooksAtNoOtherCase_ReadsNone()
    {
        Assert.Equal("", await TakeAsync(new CaseRun(Day(2, 9)), CaseRun.File(Day(3, 6))));
        Assert.Empty(_read);
    }

    // 行政处罚法 art. 29 asks for the act, when it is decided; 水污染防治法 counts no penalties of a year.
    [Fact]
    public async Task Run_NoticeUnderALawThatCountsNone_ReadsNone()
    {
        Assert.Equal("", await TakeAsync(Filed(), CaseRun.Notice(Day(5, 20))));
        Assert.Empty(_read);
    }

    // 食品安全法 art. 134.
    [Fact]
    public async Task Run_NoticeUnderALawThatCountsTheYear_ReadsTheCasesOfTheParty()
    {
        var notice = CaseRun.Notice(Day(5, 20), new Sanction(PenaltyKind.Fine, 6_000m)) with { Benchmarks = ["food-126-6"] };
        var earlier = Enumerable.Range(1, 3).Select(number => new CaseRun(new DateOnly(2025, 2, 9)).Case with
        {
            Id = $"earlier-{number}",
            Decision = new PenaltyDecision(
                Day(3, number), null, CaseProcedure.Ordinary, new Sanction(PenaltyKind.Fine, 6_000m), ["food-126-6"], PenaltyGrade.Lighter, false, null),
        }).ToList();
        Assert.Equal("SUP2245", await TakeAsync(Filed(), notice, earlier));
        Assert.Equal([nameof(ICaseStore.ListBySubjectAsync)], _read);
    }

    // 行政处罚法 art. 29: the same act is not fined twice, whoever fined it.
    [Fact]
    public async Task Run_Decision_ReadsTheCasesOfTheAct()
    {
        var run = Filed().Take(CaseRun.Notice(Day(5, 20)));
        Assert.Contains(await TakeAsync(run, new CaseEntry(CaseTrigger.Decide, Day(5, 28))), (string[])["SUP2371", "SUP2310"]);
        Assert.Equal([nameof(ICaseStore.ListByActAsync)], _read);
    }

    private async Task<string> TakeAsync(CaseRun run, CaseEntry entry, IReadOnlyList<PenaltyCase>? ofTheParty = null)
    {
        var cases = Store.Of<ICaseStore>(method => method switch
        {
            nameof(ICaseStore.FindAsync) => Task.FromResult<PenaltyCase?>(run.Case),
            nameof(ICaseStore.ListBySubjectAsync) => Noted(method, ofTheParty ?? []),
            nameof(ICaseStore.ListByActAsync) => Noted(method, []),
            _ => Task.CompletedTask,
        });
        var officers = Store.Of<IOfficerStore>(method =>
            method == nameof(IOfficerStore.ListOfficersAsync) ? Task.FromResult(CaseRun.Officers) : Task.FromResult<IReadOnlyList<Recusal>>([]));
        var advance = new AdvanceCase(
            cases, Store.Of<ISubjectStore>(_ => Task.FromResult<Subject?>(null)), officers, Store.Of<IUnitOfWork>(_ => Task.CompletedTask),
            new AuthorityClock(new Noon(), AuthorityClock.ChinaStandardTime), run.Law);
        var outcome = await advance.RunAsync(run.Case.Id, entry, new Actor("clerk", "ecology"), TestContext.Current.CancellationToken);
        return outcome.TryGet(out _, out var refusal) ? "" : refusal.Code;
    }

    private Task<IReadOnlyList<PenaltyCase>> Noted(string method, IReadOnlyList<PenaltyCase> found)
    {
        _read.Add(method);
        return Task.FromResult(found);
    }

    private static CaseRun Filed() => new CaseRun(Day(2, 9)).Take(CaseRun.File(Day(3, 6)), CaseRun.Assign(Day(3, 6)));

    private static DateOnly Day(int month, int day) => new(2026, month, day);

    private sealed class Noon : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 6, 1, 4, 0, 0, TimeSpan.Zero);
    }

    /// <summary>A store whose answers are given by the name of the method.</summary>
    public class Store : DispatchProxy
    {
        private Func<string, object> _answer = null!;

        public static T Of<T>(Func<string, object> answer)
            where T : class
        {
            var store = Create<T, Store>();
            ((Store)(object)store)._answer = answer;
            return store;
        }

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => _answer(targetMethod!.Name);
    }
}
