using Supervision.Audit;
using Supervision.Registry;
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
        Same.Value([Given.Plan()], await ReadAsync<IDrawStore, IReadOnlyList<InspectionPlan>>(s => s.FindPlansAsync(["other", "food-2026", "food-2026"], Token)));
        Assert.Empty(await ReadAsync<IDrawStore, IReadOnlyList<InspectionPlan>>(s => s.FindPlansAsync([], Token)));
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

    // Goal: the public lists page by key, newest first; an area holds what lies in it and the plans of the wider area that it lies in.
    [Law]
    public async Task PublicLists_ComePageByPage_NewestFirst_ByAgencyAndArea()
    {
        (string Id, string Agency, string Area, int Day)[] made =
        [
            ("p1", "a", "330700", 1), ("p2", "a", "330782", 2), ("p3", "b", "330782", 2), ("p4", "b", "330000", 3), ("p5", "b", "330100", 1), ("p6", "a", "330703", 2),
        ];
        InspectionPlan[] plans = [.. made.Select(one => Given.Plan(one.Id) with { AgencyId = one.Agency, DivisionCode = one.Area, From = new DateOnly(2026, 3, one.Day) })];
        Draw[] draws = [.. plans.SelectMany((plan, at) => (Draw[])[Given.Draw($"{plan.Id}-1", Noon.AddDays(at % 2), plan.Id), Given.Draw($"{plan.Id}-2", Noon, plan.Id)])];
        await CommitAsync<IDrawStore>(async store =>
        {
            foreach (var plan in plans)
            {
                await store.AddPlanAsync(plan, Token);
                foreach (var state in new[] { AnnouncementState.Done, AnnouncementState.Announced })
                {
                    await store.AddAnnouncementAsync(
                        new LoggedAnnouncement(plan.AgencyId, plan.Id, (int)state, Given.Hash(plan.Id + state), "x") { PublishedAt = Noon, State = state }, Token);
                }
            }

            foreach (var draw in draws)
            {
                await store.AddDrawAsync(draw, [], Token);
            }
        });

        foreach (var agency in new[] { null, "a", "b", "c" })
        {
            foreach (var area in new[] { null, "330000", "330700", "330782", "330100", "110000" })
            {
                var held = plans.Where(plan => agency is null || plan.AgencyId == agency).Where(plan => area is null
                    || DivisionArea.Covers(area, plan.DivisionCode) || DivisionArea.Covers(plan.DivisionCode, area)).ToList();
                await PagesAreTheWholeAsync(
                    [.. held.OrderByDescending(plan => plan.From).ThenBy(plan => plan.Id, StringComparer.Ordinal).Select(plan => plan.Id)], id => id, async (after, limit) =>
                    [.. (await ReadAsync<IDrawStore, IReadOnlyList<InspectionPlan>>(store => store.ListNewestPlansAsync(agency, area, after, limit, Token))).Select(plan => plan.Id)]);
                var drawn = draws.Where(draw => held.Any(plan => plan.Id == draw.PlanId)).OrderByDescending(draw => draw.DrawnAt).ThenByDescending(draw => draw.Id, StringComparer.Ordinal).ToList();
                await PagesAreTheWholeAsync(
                    [.. drawn.Select(draw => draw.Id)], id => id, async (after, limit) =>
                    [.. (await ReadAsync<IDrawStore, IReadOnlyList<Draw>>(store => store.ListNewestDrawsAsync(agency, area, after, limit, Token))).Select(draw => draw.Id)]);
                var open = await ReadAsync<IDrawStore, IReadOnlyList<LoggedAnnouncement>>(store => store.ListOpenAnnouncementsAsync(agency, area, 100, Token));
                Assert.Equal(held.Select(plan => plan.Id).Reverse(), open.Select(entry => entry.Programme));
                Assert.All(open, entry => Assert.Equal(AnnouncementState.Announced, entry.State));
            }
        }

        var some = await ReadAsync<IDrawStore, IReadOnlyList<Draw>>(store => store.ListDrawsOfPlansAsync(["p2", "p9"], Token));
        Assert.Equal(["p2-1", "p2-2"], some.Select(draw => draw.Id));
        Assert.Equal(
            made.Select(one => (one.Agency, one.Area)).Distinct().Order(), (await ReadAsync<IDrawStore, IReadOnlyList<(string, string)>>(store => store.ListPlanPlacesAsync(Token))));
        var number = new DrawNumber("a", "p1", (int)AnnouncementState.Announced);
        Assert.Equal(AnnouncementState.Announced, (await ReadAsync<IDrawStore, LoggedAnnouncement?>(store => store.FindAnnouncementAsync(number, Token)))!.State);
        Assert.Null(await ReadAsync<IDrawStore, LoggedAnnouncement?>(store => store.FindAnnouncementAsync(number with { Number = 99 }, Token)));
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
