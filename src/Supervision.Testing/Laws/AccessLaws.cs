using Microsoft.Extensions.DependencyInjection;
using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Inspections;
using Supervision.Registry;
using Supervision.Sampling;

namespace Supervision.Testing.Laws;

// Goal: nobody where they don't belong, whatever the use case forgets.
internal sealed class AccessLaws : StoreSuite
{
    private static readonly Actor s_own = new("li", "yiwu-market") { Roles = Roles.Planner | Roles.Inspector };
    private static readonly Actor s_foreign = new("wang", "330700") { Roles = Roles.Planner | Roles.Inspector };

    private CommandDesk Desk => Services.GetRequiredService<CommandDesk>();

    [Law]
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
            Assert.Single(await tasks.ListOfDrawnAsync("food-2026-1", ["S-1"], Token)); // who drew answers for the tasks of all
            Assert.Equal(sees, await plans.FindPlanAsync("food-2026", Token) is not null);
            Assert.Equal(sees ? 1 : 0, (await plans.FindPlansAsync(["food-2026"], Token)).Count);
            Assert.Equal(sees ? 1 : 0, (await plans.ListPlansAsync(Token)).Count);
        }
    }

    [Law("", "a b c")]
    [Law("330000", "a b c")]
    [Law("330700", "a b")]
    [Law("330782", "a")]
    [Law("330183", "")]
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
    [Law]
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

    [Law]
    public async Task Append_InAnotherName_IsRefused()
    {
        await using var scope = Desk.Open(s_own);
        var work = scope.ServiceProvider.GetRequiredService<IUnitOfWork>();
        Assert.Equal("SUP9303", Assert.Throws<RefusedException>(() => work.Append(By(s_foreign, "a.b", "k"))).Refusal.Code);
        work.Append(By(s_own with { Roles = Roles.None }, "a.b", "k"));
    }

    [Law]
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
    [Law]
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

    [Law]
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

    private static JournalRecord By(Actor actor, string type, string key, string payload = "{}") => new(type, key, actor, Noon, payload);

    private Task AppendAsync(params JournalRecord[] records) => CommitAsync<ISubjectStore>(_ => Task.CompletedTask, records);
}
