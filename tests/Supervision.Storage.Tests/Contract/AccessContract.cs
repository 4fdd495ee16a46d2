using Microsoft.Extensions.DependencyInjection;
using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Hashing;
using Supervision.Inspections;
using Supervision.Lists;
using Supervision.Matters;
using Supervision.Notices;
using Supervision.Registry;
using Supervision.Sampling;
using Supervision.Testing.Laws;

namespace Supervision.Storage.Tests.Contract;

// Goal: nobody where they don't belong, whatever the use case forgets.
public abstract class AccessContract(IStorageUnderTest storage) : ContractTests(storage)
{
    private static readonly Actor s_own = new("li", "yiwu-market") { Roles = Roles.Planner | Roles.Inspector };
    private static readonly Actor s_foreign = new("wang", "330700") { Roles = Roles.Planner | Roles.Inspector };

    private CommandDesk Desk => Services.GetRequiredService<CommandDesk>();

    // Every command x every role: the rule on the class is what the container keeps.
    [Fact]
    public async Task UseCases_WithEachRole_AreHadByThoseTheRuleNames()
    {
        foreach (var useCase in UseCases.All)
        {
            foreach (var role in Enum.GetValues<Roles>())
            {
                await using var scope = Desk.Open(s_own with { Roles = role });
                var refused = Record(() => scope.ServiceProvider.GetRequiredService(useCase)) as RefusedException;
                var isAllowed = (UseCases.RuleOf(useCase)!.Roles & role) != Roles.None;
                Assert.True(isAllowed == refused is null, $"{useCase.Name} as {role}: {refused?.Message ?? "allowed"}");
                Assert.Equal(isAllowed ? null : "SUP9301", refused?.Refusal.Code);
            }
        }

        static Exception? Record(Action action) => Xunit.Record.Exception(action);
    }

    [Fact]
    public async Task Desk_ActorWithoutTheRole_IsRefusedAndJournalled()
    {
        var refused = await Assert.ThrowsAsync<RefusedException>(() => Desk.RunAsync<RunDraw, int>(s_own, _ => Task.FromResult(1), Token));
        Assert.Equal("SUP9301", refused.Refusal.Code);
        var entry = Assert.Single(await FindAsync("access.refused"));
        Assert.Equal(("RunDraw", "li"), (entry.Record.Key, entry.Record.Actor.Id));
    }

    [Fact]
    public async Task Desk_ForAnotherAgency_IsRefusedAndJournalled()
    {
        var request = new PlanRequest(
            "p", "n", "330700", "i", "330700", new DateOnly(2026, 1, 1), new DateOnly(2026, 2, 1), [new TierRate("A", 1)], 0, 0, "s");
        var outcome = await Desk.RunAsync<ApprovePlan, Outcome<InspectionPlan>>(s_own, use => use.RunAsync(request, s_own, Token), Token);
        Assert.Equal("SUP9302", outcome.Refusal?.Code);
        Assert.Single(await FindAsync("access.refused"));
        var own = await Desk.RunAsync<ApprovePlan, Outcome<InspectionPlan>>(s_foreign, use => use.RunAsync(request, s_foreign, Token), Token);
        Assert.Equal("SUP4101", own.Refusal?.Code);
    }

    // The draw of another agency is not there, for each act of its life.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task DrawOfAnotherAgency_IsNotThereForAnyAct(bool isSealed)
    {
        await CommitAsync<IDrawStore>(store => store.AddPlanAsync(Given.Plan(), Token));
        await CommitAsync<IDrawStore>(store => store.AddDrawAsync(Given.Draw("food-2026-1", Noon) with { IsSealed = isSealed }, [new DrawnSubject("S-1", "A|330782")], Token));
        var drawer = s_foreign with { Roles = Roles.Drawer };
        var inputs = new DrawInputs(HashKind.Sha256, [new BeaconRound("lottery SSQ", "cwl", 41)], new DrawReveal([new byte[32]], [[1]]), "void", []);
        var announce = inputs.Notice;
        var bundle = Bundle(inputs);
        await using var scope = Desk.Open(drawer);
        Assert.Equal("SUP4111", (await Act<AnnounceDraw>().RunAsync("food-2026", announce, drawer, Token)).Refusal?.Code);
        Assert.Equal("SUP4111", (await Act<RunDraw>().RunAsync("food-2026", inputs, drawer, Token)).Refusal?.Code);
        Assert.Equal("SUP4222", (await Act<MakeDraw>().RunAsync(
            bundle.Announcement, bundle.Frame, inputs.Reveal, null, drawer, Token)).Refusal?.Code);
        Assert.Equal("SUP4111", (await Desk.RunAsync<VoidDraw, Outcome<LoggedAnnouncement>>(drawer, use => use.RunAsync(
            "food-2026", "it displeased", null, drawer, Token), Token)).Refusal?.Code);
        Assert.Equal("SUP4121", (await Desk.RunAsync<OpenDraw, Outcome<Draw>>(drawer, use => use.RunAsync("food-2026-1", drawer, Token), Token)).Refusal?.Code);
        Assert.Equal("SUP4121", (await Desk.RunAsync<AssignOfficers, Outcome<AssignResult>>(drawer, use => use.RunAsync("food-2026-1", inputs, new AssignOptions(), drawer, Token), Token)).Refusal?.Code);
        Assert.Equal("SUP4121", (await Desk.RunAsync<ReplaceSubject, Outcome<SubjectReplacement>>(drawer, use => use.RunAsync(
            "food-2026-1", bundle, null, "S-1", "closed", "director", null, drawer, Token), Token)).Refusal?.Code);

        // One's own is there: what is refused is something else.
        var own = s_own with { Roles = Roles.Drawer };
        var isThere = scope.ServiceProvider.GetRequiredService<IDrawStore>();
        Assert.Equal(isSealed, await isThere.FindDrawAsync("food-2026-1", Token) is null);
        Assert.Equal(isSealed ? 0 : 1, (await isThere.ListDrawnAsync("food-2026-1", Token)).Count);
        Assert.Equal(isSealed ? 0 : 1, (await isThere.ListDrawnPageAsync("food-2026-1", null, 10, Token)).Count);
        Assert.Equal(isSealed ? 0 : 1, (await isThere.ListDrawsAsync(Token)).Count);
        Assert.Equal(isSealed ? null : "SUP4227", (await Desk.RunAsync<OpenDraw, Outcome<Draw>>(own, use => use.RunAsync("food-2026-1", own, Token), Token)).Refusal?.Code);

        T Act<T>() => ActivatorUtilities.CreateInstance<T>(
            scope.ServiceProvider, new PlanFrame(scope.ServiceProvider.GetRequiredService<IDrawStore>(), new AllAlike(), new NoMarks()));
    }

    // A subject acts in its own matters and in no other, also where an agency has the same id as it.
    [Fact]
    public async Task Subject_ActsInItsOwnMatters_AndSeesNobodyElses()
    {
        await CommitAsync<ISubjectStore>(store => store.SaveAsync([Given.Subject("S-1"), Given.Subject("yiwu-market")], Token));
        foreach (var (id, subject) in new[] { ("N-1", "S-1"), ("N-2", "yiwu-market") })
        {
            await CommitAsync<IMatterStore>(store => store.AddAsync(
                new Matter
                {
                    Id = id, Kind = MatterKind.PointNotice, AgencyId = "yiwu-market", OriginAgencyId = "yiwu-market", SubjectId = subject, Category = "notice", Title = id,
                    OpenedAt = Noon, State = MatterState.Notified, Parties = ["yiwu-market"],
                },
                Token));
        }

        var shop = new Actor("owner", "S-1") { Roles = Roles.Subject };
        Task<Outcome<Matter>> ObjectAsync(Actor actor, string id) =>
            Desk.RunAsync<ObjectToNotice, Outcome<Matter>>(actor, use => use.RunAsync(id, "已出示健康证明", actor, Token), Token);
        Assert.Equal("SUP7000", (await ObjectAsync(shop, "N-2")).Refusal?.Code);
        Assert.Equal("SUP7000", (await ObjectAsync(s_foreign with { Roles = Roles.Head }, "N-1")).Refusal?.Code);
        Assert.Equal(MatterState.Disputed, (await ObjectAsync(shop, "N-1")).OrThrow().State);
        Assert.Equal(("owner", "S-1"), Assert.Single(await FindAsync("point-notice.advanced")).Record.Actor is var by ? (by.Id, by.AgencyId) : default);
        var refused = await Assert.ThrowsAsync<RefusedException>(() => Desk.RunAsync<DecideObjection, int>(shop, _ => Task.FromResult(1), Token));
        Assert.Equal("SUP9301", refused.Refusal.Code);

        // Its id is an agency's: it sees what it is the subject of, and nothing of the agency's.
        await using var scope = Desk.Open(new Actor("owner", "yiwu-market") { Roles = Roles.Subject });
        var matters = scope.ServiceProvider.GetRequiredService<IMatterStore>();
        Assert.Equal(["N-2"], (await matters.ListAsync(new MatterQuery(), Token)).Select(matter => matter.Id));
        Assert.Equal(["yiwu-market"], (await scope.ServiceProvider.GetRequiredService<ISubjectStore>().SearchAsync(new SubjectQuery(), Token)).Select(subject => subject.Id));
        await CommitAsync<ITaskStore>(store => store.AddAsync([Given.Task("T-1", "S-1")], Token));
        Assert.Null(await scope.ServiceProvider.GetRequiredService<ITaskStore>().FindAsync("T-1", Token));

        var head = s_own with { Roles = Roles.Administrator };
        var grant = new RoleGrant("owner", "yiwu-market", Roles.Subject, "");
        Assert.Equal("SUP3175", (await Desk.RunAsync<GrantRoles, Outcome<RoleGrant>>(head, use => use.RunAsync(grant, head, Token), Token)).Refusal?.Code);
    }

    // Otherwise a business would take itself off the list, or put its neighbour on one.
    [Fact]
    public async Task Subject_PleadsAgainstItsListing_AndDecidesNothing()
    {
        await CommitAsync<ISubjectStore>(store => store.SaveAsync([Given.Subject("S-1"), Given.Subject("S-2")], Token));
        await CommitAsync<IMatterStore>(store => store.AddAsync(
            new Matter
            {
                Id = "L-1", Kind = MatterKind.ListEntry, AgencyId = "yiwu-market", OriginAgencyId = "yiwu-market", SubjectId = "S-1", Category = nameof(ListKind.AbnormalOperation),
                Title = "L-1", OpenedAt = Noon, State = MatterState.Proposed, Parties = ["yiwu-market"],
            },
            Token));
        Task<Outcome<IReadOnlyList<Matter>>> StepAsync(string subject, MatterTrigger trigger) => Desk.RunAsync<AdvanceListing, Outcome<IReadOnlyList<Matter>>>(
            new Actor("owner", subject) { Roles = Roles.Subject },
            use => use.RunAsync("L-1", new MatterEntry(trigger, Noon) { Text = "已迁址并办理变更登记" }, new Actor("owner", subject) { Roles = Roles.Subject }, Token), Token);
        foreach (var trigger in new[] { MatterTrigger.Confirm, MatterTrigger.Decline, MatterTrigger.Return })
        {
            Assert.Equal("SUP9301", (await StepAsync("S-1", trigger)).Refusal?.Code);
        }

        Assert.Equal("SUP7000", (await StepAsync("S-2", MatterTrigger.Plead)).Refusal?.Code);
        Assert.Equal(MatterState.Proposed, Assert.Single((await StepAsync("S-1", MatterTrigger.Plead)).OrThrow()).State);
    }

    [Fact]
    public async Task BreakGlass_WithAReason_IsJournalledAndReviewedBySomebodyElse()
    {
        Assert.Equal("SUP9305", (await Desk.BreakGlassAsync(s_own, " ", Token)).Refusal?.Code);
        var broken = (await Desk.BreakGlassAsync(s_own, "系统负责人不在岗", Token)).OrThrow();
        Assert.Equal(1, await Desk.RunAsync<ImportOfficers, int>(broken, _ => Task.FromResult(1), Token));

        var head = s_foreign with { Roles = Roles.Head };
        var open = Assert.Single(await Desk.RunAsync<ReviewGlass, IReadOnlyList<JournalEntry>>(head, use => use.ListOpenAsync(Token), Token));
        Task<Outcome<JournalEntry>> ReviewAsync(Actor actor) => Desk.RunAsync<ReviewGlass, Outcome<JournalEntry>>(
            actor, use => use.RunAsync(open.Record.Key, "属实", actor, Token), Token);
        await Assert.ThrowsAsync<RefusedException>(() => ReviewAsync(s_own with { Roles = Roles.Head }));
        Assert.True((await ReviewAsync(head)).IsAccepted);
        Assert.Equal("SUP9306", (await ReviewAsync(head)).Refusal?.Code);
    }

    private static DrawBundle Bundle(DrawInputs inputs)
    {
        var frame = new FrameBuilder().Add(new FrameRecord("S-1", "A|330782", 1, FrameStatus.Eligible)).Build();
        var announcement = Announcement.Create(new AnnouncementTerms
        {
            Draw = new DrawNumber("yiwu-market", "food-2026", 1),
            FrameCount = 1,
            FrameRoot = frame.Root(HashKind.Sha256),
            Method = new FullCoverageMethod(),
            Beacons = inputs.Beacons,
            Commitments = inputs.Commitments,
            SecretRule = inputs.SecretRule,
        });
        return DrawBundle.Run(announcement, frame, inputs.Reveal);
    }

    private static JournalRecord By(Actor actor, string type, string key, string payload = "{}") => new(type, key, actor, Noon, payload);

    private Task<IReadOnlyList<JournalEntry>> FindAsync(string type) =>
        ReadAsync<IJournalIndex, IReadOnlyList<JournalEntry>>(index => index.FindAsync(type, null, Token));

    private sealed class AllAlike : IInitialWeighing
    {
        public SubjectWeight For(string? deliveredRiskClass, DateOnly date) => throw new NotSupportedException();
    }

    private sealed class NoMarks : IFrameMarks
    {
        public Task<IReadOnlyDictionary<string, FrameMark>> OnAsync(DateOnly date, CancellationToken cancellationToken) =>
            throw new NotSupportedException();
    }
}
