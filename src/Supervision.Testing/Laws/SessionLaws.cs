using Microsoft.Extensions.DependencyInjection;
using Supervision.Audit;
using Supervision.Decisions;

namespace Supervision.Testing.Laws;

// Goal: a session is found by every host until it ends, and ends everywhere at once.
internal sealed class SessionLaws : StoreSuite
{
    private static readonly Actor s_administrator = new("wang", "yiwu-market") { Roles = Roles.Administrator };

    [Law]
    public async Task Session_IsFoundAndExtendedUntilItEnds()
    {
        var session = Session("a", "zhang", 1);
        await CommitAsync<ISessionStore>(store => store.AddAsync(session, Token));
        await ReopenAsync();
        Same(session, await FindAsync("a"));

        var later = session with { ExpiresAt = session.ExpiresAt.AddHours(1), Ticket = new byte[] { 7, 7 } };
        await CommitAsync<ISessionStore>(async store => Assert.True(await store.ExtendAsync("a", later.ExpiresAt, later.Ticket, Token)));
        Same(later, await FindAsync("a"));
        await CommitAsync<ISessionStore>(async store => Assert.True(await store.RemoveAsync("a", Token)));
        Assert.Null(await FindAsync("a"));
        await CommitAsync<ISessionStore>(async store =>
        {
            Assert.False(await store.RemoveAsync("a", Token));
            Assert.False(await store.ExtendAsync("a", later.ExpiresAt, later.Ticket, Token)); // a sign-out is not undone by a request under way
        });
        Assert.Null(await FindAsync("a"));
    }

    [Law]
    public async Task SessionsOfAPerson_AreListedTheOldestFirst_AndForgottenWhenTheyEnded()
    {
        await CommitAsync<ISessionStore>(async store =>
        {
            await store.AddAsync(Session("b", "zhang", 2), Token);
            await store.AddAsync(Session("a", "zhang", 1), Token);
            await store.AddAsync(Session("c", "li", 3), Token);
            await store.AddAsync(Session("d", "zhang", 4) with { PartyId = "elsewhere" }, Token);
        });
        Assert.Equal(["a", "b"], await KeysAsync("zhang"));
        await CommitAsync<ISessionStore>(async store => Assert.Equal(1, await store.ForgetAsync(Session("b", "zhang", 2).ExpiresAt, Token)));
        Assert.Equal(["b"], await KeysAsync("zhang"));
    }

    [Law]
    public async Task Administrator_EndsTheSessionsForTheOwnAgency()
    {
        await CommitAsync<ISessionStore>(async store =>
        {
            await store.AddAsync(Session("a", "zhang", 1), Token);
            await store.AddAsync(Session("b", "zhang", 2), Token);
            await store.AddAsync(Session("c", "zhang", 3) with { PartyId = "elsewhere" }, Token);
        });
        Assert.Equal("SUP9301", (await EndAsync(s_administrator with { Roles = Roles.Head })).Refusal?.Code);
        Assert.Equal(["a", "b"], (await EndAsync(s_administrator)).OrThrow().Select(session => session.KeyHash));
        Assert.Equal("SUP7602", (await EndAsync(s_administrator)).Refusal?.Code);
        Assert.Null(await FindAsync("a"));
        Assert.NotNull(await FindAsync("c"));
    }

    private async Task<Outcome<UserSession[]>> EndAsync(Actor actor)
    {
        try
        {
            return await Services.GetRequiredService<CommandDesk>().RunAsync<EndSessions, Outcome<UserSession[]>>(
                actor, use => use.RunAsync("zhang", actor, Token), Token);
        }
        catch (RefusedException refused)
        {
            return refused.Refusal;
        }
    }

    private Task<UserSession?> FindAsync(string key) => ReadAsync<ISessionStore, UserSession?>(store => store.FindAsync(key, Token));

    private async Task<IEnumerable<string>> KeysAsync(string person) =>
        (await ReadAsync<ISessionStore, IReadOnlyList<UserSession>>(store => store.ListOfPersonAsync(person, Clerk.AgencyId, Token))).Select(session => session.KeyHash);

    private static void Same(UserSession expected, UserSession? actual)
    {
        Assert.Equal(expected.Ticket.ToArray(), actual?.Ticket.ToArray());
        Assert.Equal(expected with { Ticket = default }, actual! with { Ticket = default });
    }

    private static UserSession Session(string key, string person, int minutes) =>
        new(key, person, Clerk.AgencyId, Noon.AddMinutes(minutes), Noon.AddMinutes(minutes + 30), new byte[] { 1, 0, 255 });
}
