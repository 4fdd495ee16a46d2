using Supervision.Audit;
using Supervision.Sampling;

namespace Supervision.Testing.Laws;

// Goal: plans, announcements and drawn subjects come back in order; a number that ended cannot end again.
internal sealed class DrawLaws : StoreSuite
{
    [Law]
    public async Task Draws_PlansAnnouncementsAndSubjects_ComeBackInOrder()
    {
        var first = new LoggedAnnouncement("330782", "food-2026", 1, Given.Hash("1"), "公告𠮷\n");
        var second = new LoggedAnnouncement("330782", "food-2026", 2, Given.Hash("2"), "");
        DrawnSubject[] drawn = [new("S-1", "A 330782"), new("S-2", "D 330782")];
        await CommitAsync<IDrawStore>(async store =>
        {
            await store.AddPlanAsync(Given.Plan(), Token);
            Assert.Null(await store.LastAnnouncementAsync("330782", Token));
            await store.AddAnnouncementAsync(first, Token);
            await store.AddAnnouncementAsync(second, Token);
            await store.AddAnnouncementAsync(first with { Authority = "330700", Number = 7 }, Token);
            await store.AddDrawAsync(Given.Draw("food-2026-2", Noon), drawn, Token);
            await store.AddDrawAsync(Given.Draw("food-2026-3", Noon.AddDays(-1)), [], Token);
        });
        await ReopenAsync();

        Same.Value(Given.Plan(), await ReadAsync<IDrawStore, InspectionPlan?>(s => s.FindPlanAsync("food-2026", Token)));
        Same.Value([Given.Plan()], await ReadAsync<IDrawStore, IReadOnlyList<InspectionPlan>>(s => s.ListPlansAsync(Token)));
        Assert.Equal(second, await ReadAsync<IDrawStore, LoggedAnnouncement?>(s => s.LastAnnouncementAsync("330782", Token)));
        Assert.Equal(2, await ReadAsync<IDrawStore, int>(s => s.LastNumberAsync("330782", "food-2026", Token)));
        Assert.Equal(0, await ReadAsync<IDrawStore, int>(s => s.LastNumberAsync("330782", "other", Token)));
        Assert.Equal(Given.Draw("food-2026-2", Noon), await ReadAsync<IDrawStore, Draw?>(s => s.FindDrawAsync("food-2026-2", Token)));
        Assert.Equal(
            ["food-2026-3", "food-2026-2"],
            (await ReadAsync<IDrawStore, IReadOnlyList<Draw>>(s => s.ListDrawsAsync(Token))).Select(draw => draw.Id));
        Assert.Equal(drawn, await ReadAsync<IDrawStore, IReadOnlyList<DrawnSubject>>(s => s.ListDrawnAsync("food-2026-2", Token)));
        await PagesAreTheWholeAsync(
            drawn, subject => subject.SubjectId, (after, limit) => ReadAsync<IDrawStore, IReadOnlyList<DrawnSubject>>(s => s.ListDrawnPageAsync("food-2026-2", after, limit, Token)));
        Assert.Empty(await ReadAsync<IDrawStore, IReadOnlyList<DrawnSubject>>(s => s.ListDrawnPageAsync("food-2026-3", null, 10, Token)));
    }

    // Goal: the log's states, the seal and the reserves survive; a number that ended cannot end again.
    [Law]
    public async Task Draws_LogStatesSealAndReserves_ComeBack()
    {
        var open = new LoggedAnnouncement("330782", "food-2026", 1, Given.Hash("1"), "x")
        {
            PublishedAt = Noon, State = AnnouncementState.Announced,
        };
        var ended = open with { State = AnnouncementState.Void, Reason = "withheld", Party = "notary" };
        var use = new ReserveUse("D 330782", "S-2", "S-3", "closed", "director", Given.Hash("photo"), new DateTimeOffset(2026, 3, 3, 1, 0, 0, TimeSpan.FromHours(8)));
        var plan = Given.Plan() with { Frequency = new VisitFrequency(6, 12), ByIndustry = true };
        await CommitAsync<IDrawStore>(async store =>
        {
            await store.AddPlanAsync(plan, Token);
            await store.AddAnnouncementAsync(open, Token);
            await store.EndAnnouncementAsync(ended, Token);
            await store.AddDrawAsync(Given.Draw("food-2026-2", Noon) with { IsSealed = true }, [new("S-1", "A 330782"), new("S-2", "D 330782")], Token);
            await store.AddReserveUseAsync("food-2026-2", use, Token);
        });
        await ReopenAsync();

        Same.Value(plan, await ReadAsync<IDrawStore, InspectionPlan?>(s => s.FindPlanAsync("food-2026", Token)));
        Assert.Equal([ended], await ReadAsync<IDrawStore, IReadOnlyList<LoggedAnnouncement>>(s => s.ListAnnouncementsAsync("330782", Token)));
        Assert.True((await ReadAsync<IDrawStore, Draw?>(s => s.FindDrawAsync("food-2026-2", Token)))!.IsSealed);
        Assert.Equal([use], await ReadAsync<IDrawStore, IReadOnlyList<ReserveUse>>(s => s.ListReserveUsesAsync("food-2026-2", Token)));
        Assert.Equal(
            [new("S-1", "A 330782"), new("S-3", "D 330782")],
            await ReadAsync<IDrawStore, IReadOnlyList<DrawnSubject>>(s => s.ListDrawnAsync("food-2026-2", Token)));
        Assert.Equal(
            [new("S-3", "D 330782")],
            await ReadAsync<IDrawStore, IReadOnlyList<DrawnSubject>>(s => s.ListDrawnPageAsync("food-2026-2", "S-1", 2, Token)));
        Assert.Equal(use, await ReadAsync<IDrawStore, ReserveUse?>(s => s.LastReserveUseAsync("food-2026-2", Token)));
        Assert.Null(await ReadAsync<IDrawStore, ReserveUse?>(s => s.LastReserveUseAsync("food-2026-3", Token)));
        var next = use with { Replaced = "S-1", By = "S-0" };
        await CommitAsync<IDrawStore>(store => store.AddReserveUseAsync("food-2026-2", next, Token));
        Assert.Equal(next, await ReadAsync<IDrawStore, ReserveUse?>(s => s.LastReserveUseAsync("food-2026-2", Token)));
        await CommitAsync<IDrawStore>(store => store.UnsealDrawAsync("food-2026-2", Token));
        Assert.False((await ReadAsync<IDrawStore, Draw?>(s => s.FindDrawAsync("food-2026-2", Token)))!.IsSealed);
        await Assert.ThrowsAsync<ConcurrencyConflictException>(() => CommitAsync<IDrawStore>(s => s.EndAnnouncementAsync(ended, Token)));
    }
}
