using Microsoft.Extensions.DependencyInjection;
using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Policies;

namespace Supervision.Testing.Laws;

// Goal: nobody puts his own rules into force, a published text never changes, and for every day one version answers.
internal sealed class PackLaws : StoreSuite
{
    private static readonly Actor s_author = new("li", "330700") { Roles = Roles.RuleAuthor };
    private static readonly Actor s_publisher = new("wang", "330700") { Roles = Roles.RulePublisher };

    private CommandDesk Desk => Services.GetRequiredService<CommandDesk>();

    [Law]
    public async Task Draft_IsPublishedByAnotherPerson_AndEndsTheVersionBefore()
    {
        var first = (await WriteAsync("points 2026 2026-01-01")).OrThrow();
        Assert.Null(first.Publication);
        var published = (await PublishAsync(first, s_publisher)).OrThrow();
        Assert.Equal("wang", published.Publication!.Publisher.Id);
        var second = (await PublishAsync((await WriteAsync("points 2027 2027-01-01")).OrThrow(), s_publisher)).OrThrow();
        Assert.Null(second.End);
        Assert.Equal(new DateOnly(2027, 1, 1), (await ListAsync())[0].End);
    }

    [Law]
    public async Task Writer_OfADraftOfTheVersion_MayNotPublishIt()
    {
        var both = s_author with { Roles = Roles.RuleAuthor | Roles.RulePublisher };
        var own = (await WriteAsync("points 2026 2026-01-01", both)).OrThrow();
        Assert.Equal("SUP9304", await CodeAsync(() => PublishAsync(own, both)));

        // Not even when somebody else has touched it since: the matter is the version.
        var mended = (await WriteAsync("points 2026 2026-02-01", s_author with { Id = "zhao" })).OrThrow();
        Assert.Equal("SUP9304", await CodeAsync(() => PublishAsync(mended, both)));
        Assert.All(await ListAsync(), pack => Assert.Null(pack.Publication));
    }

    [Law]
    public async Task Published_IsNotWrittenNorPublishedAgain()
    {
        var draft = (await WriteAsync("points 2026 2026-01-01")).OrThrow();
        var other = (await WriteAsync("points 2026 2026-03-01")).OrThrow();
        (await PublishAsync(draft, s_publisher)).OrThrow();
        Assert.Equal("SUP5061", await CodeAsync(() => WriteAsync("points 2026 2026-02-01")));
        Assert.Equal("SUP5061", await CodeAsync(() => PublishAsync(other, s_publisher)));
        Assert.Equal(draft.Policy, (await WriteAsync("points 2026 2026-01-01")).OrThrow().Policy);
    }

    [Law]
    public async Task Publisher_SaysWhichTextWasRead()
    {
        var draft = (await WriteAsync("points 2026 2026-01-01")).OrThrow();
        foreach (var hash in new[] { draft.Policy.ContentHash[..7], "", "00000000000" })
        {
            Assert.Equal("SUP5062", await CodeAsync(() => Desk.RunAsync<PublishPack, Outcome<StoredPack>>(
                s_publisher, use => use.RunAsync("points", "2026", hash, s_publisher, Token), Token)));
        }

        (await Desk.RunAsync<PublishPack, Outcome<StoredPack>>(
            s_publisher, use => use.RunAsync("points", "2026", draft.Policy.ContentHash[..8], s_publisher, Token), Token)).OrThrow();
    }

    [Law]
    public async Task Drafts_AreListedNewestFirst_AndPublishedOnesApart()
    {
        var first = (await WriteAsync("points 2026 2026-01-01")).OrThrow();
        await WriteAsync("points 2027 2027-01-01");
        (await PublishAsync(first, s_publisher)).OrThrow();
        ((ManualTime)Services.GetRequiredService<TimeProvider>()).Add(TimeSpan.FromMinutes(1));
        await WriteAsync("points 2028 2028-01-01");

        await using var scope = Desk.Open(s_author);
        var packs = scope.ServiceProvider.GetRequiredService<IPackStore>();
        Assert.Equal(["2028", "2027"], (await packs.ListDraftsAsync(2, Token)).Select(pack => pack.Policy.Version));
        Assert.Equal(["2028"], (await packs.ListDraftsAsync(1, Token)).Select(pack => pack.Policy.Version));
        Assert.Equal((1, (await packs.FindPublishedAsync("points", "2026", Token))?.Publication?.At), await packs.LastPublishedAsync(Token));
        Assert.Equal(["2026"], (await packs.ListPublishedAsync(Token)).Select(pack => pack.Policy.Version));
        Assert.Equal(first.Policy, (await packs.FindPublishedAsync("points", "2026", Token))?.Policy);
        Assert.Null(await packs.FindPublishedAsync("points", "2027", Token));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => packs.ListDraftsAsync(1_001, Token));
    }

    [Law]
    public async Task Pack_ThatTheReaderRefuses_LeavesNothingBehind()
    {
        await Assert.ThrowsAsync<FormatException>(() => WriteAsync("broken"));
        var draft = (await WriteAsync("failing 2026 2026-01-01")).OrThrow();
        await Assert.ThrowsAsync<FormatException>(() => PublishAsync(draft, s_publisher));
        Assert.Null(Assert.Single(await ListAsync()).Publication);
    }

    private static async Task<string?> CodeAsync(Func<Task<Outcome<StoredPack>>> act)
    {
        try
        {
            return (await act()).Refusal?.Code;
        }
        catch (RefusedException refused)
        {
            return refused.Refusal.Code;
        }
    }

    private Task<Outcome<StoredPack>> WriteAsync(string text, Actor? actor = null) => Desk.RunAsync<WritePack, Outcome<StoredPack>>(
        actor ?? s_author, use => use.RunAsync("points.yaml", text, actor ?? s_author, Token), Token);

    private Task<Outcome<StoredPack>> PublishAsync(StoredPack draft, Actor actor) => Desk.RunAsync<PublishPack, Outcome<StoredPack>>(
        actor, use => use.RunAsync(draft.Policy.Id, draft.Policy.Version, draft.Policy.ContentHash, actor, Token), Token);

    private async Task<IReadOnlyList<StoredPack>> ListAsync()
    {
        await using var scope = Desk.Open(s_author);
        var packs = scope.ServiceProvider.GetRequiredService<IPackStore>();
        return [.. await packs.ListPublishedAsync(Token), .. await packs.ListDraftsAsync(1_000, Token)];
    }
}
