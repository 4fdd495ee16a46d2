using Supervision.Audit;
using Supervision.Cases;

namespace Supervision.Testing.Laws;

// Goal: a case comes back as its steps left it, steps are only added, and two people cannot take the same step.
internal sealed class CaseLaws : StoreSuite
{
    private static readonly DateOnly s_day = new(2026, 3, 6);
    private static readonly DateTimeOffset s_at = new(2026, 3, 6, 1, 0, 0, TimeSpan.Zero);

    [Law]
    public async Task Case_EveryMemberOfItsSteps_ComesBack()
    {
        var made = await OpenedAsync("c-1", "act-1");
        made = Step(made, CaseState.Filed, new CaseEntry(CaseTrigger.File, s_day)
        {
            Text = "初步证据𠮷", ApprovedBy = "head", ApprovedOn = s_day, Persons = ["a", "b"], Sanction = new Sanction(PenaltyKind.Fine, 280_000.55m, 1m, 2m, 3),
            Benchmarks = ["water-83-2"], Grade = PenaltyGrade.Lighter, Ground = NoPenaltyGround.FirstAndLight, Planned = s_day.AddDays(1), Amount = 12.5m,
            Instalments = [new Instalment(s_day.AddDays(9), 100m)], Method = ServiceMethod.Left, Channel = PublicityChannel.MarketSystem,
            Exclusion = ExclusionKind.Test, Remedy = RemedyKind.Suit, Reference = "金环罚〔2026〕1号",
            Report = new CaseReport("c-0.3", 2, "HB-7", CaseStage.Decision, "已决定𠮷", s_day)
            {
                Text = "从轻", Sanction = new Sanction(PenaltyKind.Fine | PenaltyKind.Warning, 9.99m), DocumentNumber = "环罚〔2026〕7号", IsAnnulled = true,
                Publication = new CasePublication(PublicityChannel.DoublePublicity, s_day, s_day.AddDays(3)),
            },
            Marks = CaseMarks.InitialEvidence | CaseMarks.Major,
        });
        await AppendAsync(made);
        await ReopenAsync();

        var read = (await FindAsync("c-1"))!;
        Same.Value(made.Clue, read.Clue);
        Same.Value(made.Steps[0].Entry, read.Steps[0].Entry);
        Assert.Equal((made.State, made.Version, made.FiledOn), (read.State, read.Version, read.FiledOn));
        Assert.Equal(made.Steps[0].RecordedAt, read.Steps[0].RecordedAt);
        Assert.Null(await FindAsync("c-2"));
    }

    [Law]
    public async Task Append_ToAStaleCase_IsRefusedAndNothingIsKept()
    {
        var opened = await OpenedAsync("c-1", "act-1");
        var mine = Step(opened, CaseState.Filed, new CaseEntry(CaseTrigger.File, s_day));
        var theirs = Step(opened, CaseState.NotFiled, new CaseEntry(CaseTrigger.DoNotFile, s_day));
        await AppendAsync(theirs);
        await Assert.ThrowsAsync<ConcurrencyConflictException>(() => AppendAsync(mine));
        Assert.Equal(CaseState.NotFiled, (await FindAsync("c-1"))!.State);
        await Assert.ThrowsAsync<ConcurrencyConflictException>(() => OpenedAsync("c-1", "act-9"));
    }

    [Law]
    public async Task Lists_PageByIdAndJoinByAct()
    {
        foreach (var id in (string[])["c-3", "c-1", "c-2"])
        {
            await OpenedAsync(id, id == "c-2" ? "other" : "act-1");
        }

        var filed = Step((await FindAsync("c-1"))!, CaseState.NotFiled, new CaseEntry(CaseTrigger.DoNotFile, s_day));
        await AppendAsync(filed);
        await AppendAsync(Step(filed, CaseState.Archived, new CaseEntry(CaseTrigger.Archive, s_day)));
        Assert.Equal(["c-2"], (await ReadAsync<ICaseStore, IReadOnlyList<PenaltyCase>>(s => s.ListOpenAsync(null, 1, Token))).Select(c => c.Id));
        Assert.Equal(["c-3"], (await ReadAsync<ICaseStore, IReadOnlyList<PenaltyCase>>(s => s.ListOpenAsync("c-2", 10, Token))).Select(c => c.Id));
        var same = await ReadAsync<ICaseStore, IReadOnlyList<PenaltyCase>>(s => s.ListByActAsync("act-1", Token));
        Assert.Equal([("c-1", 2), ("c-3", 0)], same.Select(c => (c.Id, c.Steps.Count)));
    }

    // The day of the last step counts, archived cases are gone, and what has no day comes last.
    [Law]
    public async Task ListDue_IsOfOneAgency_TheNextLastDayFirst()
    {
        await OpenedAsync("c-1", "act-1");
        await OpenedAsync("c-2", "act-2", s_day.AddDays(20));
        await OpenedAsync("c-3", "act-3", s_day.AddDays(10));
        var third = Step((await FindAsync("c-3"))!, CaseState.Filed, new CaseEntry(CaseTrigger.File, s_day));
        await AppendAsync(third, s_day.AddDays(90));
        await OpenedAsync("c-4", "act-4", s_day);
        await AppendAsync(Step((await FindAsync("c-4"))!, CaseState.Archived, new CaseEntry(CaseTrigger.Archive, s_day)), s_day);
        Assert.Equal(["c-2", "c-3", "c-1"], (await ReadAsync<ICaseStore, IReadOnlyList<PenaltyCase>>(s => s.ListDueAsync("ecology", 10, Token))).Select(c => c.Id));
        Assert.Equal(["c-2"], (await ReadAsync<ICaseStore, IReadOnlyList<PenaltyCase>>(s => s.ListDueAsync("ecology", 1, Token))).Select(c => c.Id));
        Assert.Empty(await ReadAsync<ICaseStore, IReadOnlyList<PenaltyCase>>(s => s.ListDueAsync("market", 10, Token)));
    }

    [Law]
    public async Task ListPage_TakesStateAndGoesByKey()
    {
        foreach (var id in (string[])["c-3", "c-1", "c-2"])
        {
            await OpenedAsync(id, id);
        }

        await AppendAsync(Step((await FindAsync("c-1"))!, CaseState.Filed, new CaseEntry(CaseTrigger.File, s_day)));
        Assert.Equal(["c-2"], await PageAsync(new CaseQuery { AgencyId = "ecology", State = CaseState.ClueRegistered, Limit = 1 }));
        Assert.Equal(["c-3"], await PageAsync(new CaseQuery { State = CaseState.ClueRegistered, AfterId = "c-2" }));
        Assert.Equal(["c-1"], await PageAsync(new CaseQuery { State = CaseState.Filed }));
        Assert.Empty(await PageAsync(new CaseQuery { AgencyId = "market" }));
    }

    private async Task<IEnumerable<string>> PageAsync(CaseQuery query) =>
        (await ReadAsync<ICaseStore, IReadOnlyList<PenaltyCase>>(store => store.ListPageAsync(query, Token))).Select(found => found.Id);

    private static PenaltyCase Step(PenaltyCase before, CaseState to, CaseEntry entry) => PenaltyCase.Replay(
        before.Id, before.AgencyId, before.SubjectId, before.Clue,
        [.. before.Steps, new CaseStep(before.Steps.Count + 1, before.State, to, entry, new Actor("clerk", "ecology"), s_at)]);

    private async Task<PenaltyCase> OpenedAsync(string id, string act, DateOnly? nextDue = null)
    {
        var made = new PenaltyCase
        {
            Id = id, AgencyId = "ecology", SubjectId = "S-1",
            Clue = new CaseClue
            {
                Source = ClueSource.Inspection, ReceivedOn = s_day, ActId = act, ViolationOn = s_day, Facts = "氨氮超标", TaskId = "t-1",
                FindingIds = ["f-1"], HarmsLifeOrHealth = true, PartyIsMinor = true,
            },
        };
        await CommitAsync<ICaseStore>(store => store.AddAsync(made, nextDue, Token));
        return made;
    }

    private Task AppendAsync(PenaltyCase penaltyCase, DateOnly? nextDue = null) =>
        CommitAsync<ICaseStore>(store => store.AppendAsync(penaltyCase, nextDue, Token));

    private Task<PenaltyCase?> FindAsync(string id) => ReadAsync<ICaseStore, PenaltyCase?>(store => store.FindAsync(id, Token));
}
