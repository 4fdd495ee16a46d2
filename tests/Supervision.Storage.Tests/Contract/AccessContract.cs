using Microsoft.Extensions.DependencyInjection;
using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Hashing;
using Supervision.Inspections;
using Supervision.Registry;
using Supervision.Sampling;

namespace Supervision.Storage.Tests.Contract;

// Goal: nobody where they don't belong, whatever the use case forgets.
public abstract class AccessContract(IStorageUnderTest storage) : ContractTests(storage)
{
    private static readonly Actor s_own = new("li", "yiwu-market") { Roles = Roles.Planner | Roles.Inspector };
    private static readonly Actor s_foreign = new("wang", "330700") { Roles = Roles.Planner | Roles.Inspector };

    private CommandDesk Desk => Services.GetRequiredService<CommandDesk>();

    [Fact]
    public async Task Read_OfAnotherAgency_FindsNothingAndAnAuditorFindsAll()
    {
        await CommitAsync<IDrawStore>(store => store.AddPlanAsync(Given.Plan(), Token));
        await CommitAsync<ITaskStore>(store => store.AddAsync([Given.Task("t1", "S-1")], Token));
        foreach (var (actor, sees) in new[] { (s_own, true), (s_foreign, false), (s_foreign with { Roles = Roles.Auditor }, true) })
        {
            await using var scope = Desk.Open(actor);
            var tasks = scope.ServiceProvider.GetRequiredService<ITaskStore>();
            var plans = scope.ServiceProvider.GetRequiredService<IDrawStore>();
            Assert.Equal(sees, await tasks.FindAsync("t1", Token) is not null);
            Assert.Equal(sees ? 1 : 0, (await tasks.ListBySubjectAsync("S-1", Token)).Count);
            Assert.Equal(sees ? 1 : 0, (await tasks.ListByDrawAsync("food-2026-1", Token)).Count);
            Assert.Equal(sees, await plans.FindPlanAsync("food-2026", Token) is not null);
            Assert.Equal(sees ? 1 : 0, (await plans.ListPlansAsync(Token)).Count);
        }
    }

    [Theory]
    [InlineData("", "a b c")]
    [InlineData("330000", "a b c")]
    [InlineData("330700", "a b")]
    [InlineData("330782", "a")]
    [InlineData("330183", "")]
    public async Task Read_SubjectsOfAnotherDivision_FindsNothing(string division, string seen)
    {
        await CommitAsync<ISubjectStore>(store => store.SaveAsync(
            [Given.Subject("a"), Given.Subject("b", "330702"), Given.Subject("c", "330102")], Token));
        await using var scope = Desk.Open(s_own with { DivisionCode = division });
        var subjects = scope.ServiceProvider.GetRequiredService<ISubjectStore>();
        var found = new List<string>();
        foreach (var id in new[] { "a", "b", "c" })
        {
            if (await subjects.FindAsync(id, Token) is not null)
            {
                found.Add(id);
            }
        }

        Assert.Equal(seen, string.Join(' ', found));
        Assert.Equal(found.Count, await subjects.CountAsync(Token));
    }

    // SQLite has one writing connection for all: what one actor saw through it must not stay for the next.
    [Fact]
    public async Task Write_AfterSomebodyElseWrote_SeesWithOnesOwnEyes()
    {
        await CommitAsync<ITaskStore>(store => store.AddAsync([Given.Task("t1", "S-1")], Token));
        foreach (var (actor, sees) in new[] { (s_own, true), (s_foreign, false), (s_own, true) })
        {
            await using var scope = Desk.Open(actor);
            await scope.ServiceProvider.GetRequiredService<ISubjectStore>().SaveAsync([Given.Subject("S-1")], Token);
            Assert.Equal(sees, await scope.ServiceProvider.GetRequiredService<ITaskStore>().FindAsync("t1", Token) is not null);
            await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().CommitAsync(Token);
        }
    }

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
        Assert.Equal(isSealed ? 0 : 1, (await isThere.ListDrawsAsync(Token)).Count);
        Assert.Equal(isSealed ? null : "SUP4227", (await Desk.RunAsync<OpenDraw, Outcome<Draw>>(own, use => use.RunAsync("food-2026-1", own, Token), Token)).Refusal?.Code);

        T Act<T>() => ActivatorUtilities.CreateInstance<T>(
            scope.ServiceProvider, new PlanFrame(scope.ServiceProvider.GetRequiredService<IDrawStore>(), new AllAlike()));
    }

    [Fact]
    public async Task Append_InAnotherName_IsRefused()
    {
        await using var scope = Desk.Open(s_own);
        var work = scope.ServiceProvider.GetRequiredService<IUnitOfWork>();
        Assert.Equal("SUP9303", Assert.Throws<RefusedException>(() => work.Append(By(s_foreign, "a.b", "k"))).Refusal.Code);
        work.Append(By(s_own with { Roles = Roles.None }, "a.b", "k"));
    }

    [Fact]
    public async Task SeparatedDuties_SamePersonSameMatter_AreRefusedWhateverTheAgency()
    {
        foreach (var duty in SeparatedDuty.All)
        {
            await AppendAsync(By(s_own, duty.First, $"{duty.First}{duty.Second}-1"));
        }

        foreach (var duty in SeparatedDuty.All)
        {
            var key = $"{duty.First}{duty.Second}-";
            var moved = s_own with { AgencyId = "elsewhere" };
            Assert.Equal("SUP9304", (await Assert.ThrowsAsync<RefusedException>(() => AppendAsync(Second(moved, duty, key + "1")))).Refusal.Code);
            Assert.Equal("SUP9304", (await Assert.ThrowsAsync<RefusedException>(
                () => AppendAsync(By(s_own, duty.First, key + "2"), Second(s_own, duty, key + "2")))).Refusal.Code);
            await AppendAsync(Second(s_foreign, duty, key + "1"));
            await AppendAsync(Second(s_own, duty, key + "3"));
        }
    }

    // Whom a record names counts, not the clerk who types it in; and a clerk who is named as handler cannot sign a review of another's.
    [Fact]
    public async Task SeparatedDuties_OfNamedPersons_AreRefused()
    {
        await AppendAsync(
            By(s_own, "case.assign-handlers", "c-1", """{"persons":["h1","h2"]}"""),
            By(s_own, "draw.made", "d-1"));
        foreach (var refused in new[]
        {
            By(s_own, "case.pass-review", "c-1", """{"persons":["h2"]}"""),
            By(s_own with { Id = "h1" }, "case.pass-review", "c-1", """{"persons":["reviewer"]}"""),
            By(s_foreign, "draw.reserve", "d-1", """{"approver":"li"}"""),
        })
        {
            Assert.Equal("SUP9304", (await Assert.ThrowsAsync<RefusedException>(() => AppendAsync(refused))).Refusal.Code);
        }

        await AppendAsync(
            By(s_own, "case.pass-review", "c-1", """{"persons":["reviewer"]}"""),
            By(s_own, "case.pass-review", "c-2", """{"persons":["h2"]}"""),
            By(s_own, "draw.reserve", "d-1", """{"approver":"director"}"""));
    }

    private static JournalRecord Second(Actor actor, SeparatedDuty duty, string key) => duty.Matter is { } matter
        ? By(actor, duty.Second, "another key", $$"""{"{{matter}}":"{{key}}"}""")
        : By(actor, duty.Second, key);

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

    [Fact]
    public async Task GrantRoles_Saved_ComesBackAndIsNeverForOneself()
    {
        var admin = s_foreign with { Roles = Roles.Administrator };
        var grant = new RoleGrant("zhang", "330700", Roles.Planner | Roles.Drawer, "330700");
        Task<Outcome<RoleGrant>> GrantAsync(RoleGrant what) => Desk.RunAsync<GrantRoles, Outcome<RoleGrant>>(
            admin, use => use.RunAsync(what, admin, Token), Token);
        Assert.True((await GrantAsync(grant with { Roles = Roles.Head })).IsAccepted);
        Assert.True((await GrantAsync(grant)).IsAccepted);
        Assert.Equal("SUP9307", (await GrantAsync(grant with { ActorId = "wang" })).Refusal?.Code);
        Assert.Equal("SUP9308", (await GrantAsync(grant with { DivisionCode = "33" })).Refusal?.Code);
        Assert.Equal("SUP9302", (await GrantAsync(grant with { AgencyId = "yiwu-market" })).Refusal?.Code);
        await ReopenAsync();
        Assert.Equal([grant], await ReadAsync<IRoleStore, IReadOnlyList<RoleGrant>>(store => store.ListAsync(Token)));
        Assert.Equal(grant, await ReadAsync<IRoleStore, RoleGrant?>(store => store.FindAsync("zhang", "330700", Token)));
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

    private Task AppendAsync(params JournalRecord[] records) => CommitAsync<ISubjectStore>(_ => Task.CompletedTask, records);

    private Task<IReadOnlyList<JournalEntry>> FindAsync(string type) =>
        ReadAsync<IJournalIndex, IReadOnlyList<JournalEntry>>(index => index.FindAsync(type, null, Token));

    private sealed class AllAlike : IInitialWeighing
    {
        public SubjectWeight For(string? deliveredRiskClass, DateOnly date) => throw new NotSupportedException();
    }
}
