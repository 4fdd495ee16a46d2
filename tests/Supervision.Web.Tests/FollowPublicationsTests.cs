using Microsoft.Extensions.DependencyInjection;
using Supervision.Audit;
using Supervision.Calendars;
using Supervision.Decisions;
using Supervision.Policies;
using Supervision.Rules.Publishing;
using Supervision.Time;
using Supervision.Web.Studio;

namespace Supervision.Web.Tests;

// Goal: what the console or another host publishes decides here too, without a restart.
public sealed class FollowPublicationsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task APublicationThroughAnotherDoor_DecidesWithinSeconds()
    {
        using var host = new BureauHost();
        using var client = host.Anybody();
        await client.GetAsync(new Uri("/", UriKind.Relative), Cancellation);
        var live = host.Services.GetRequiredService<LiveRulePacks>();
        var shipped = host.Services.GetRequiredService<HostPacks>().Files.Single(file => file.Pack.Reference.Id == "draw-ratios");
        var author = new Actor("li", "330700") { Roles = Roles.RuleAuthor };
        var publisher = new Actor("wang", "330700") { Roles = Roles.RulePublisher };
        var desk = host.Services.GetRequiredService<CommandDesk>();
        var draft = await desk.RunAsync<WritePack, Outcome<StoredPack>>(
            author, use => use.RunAsync("d.yaml", shipped.Text.Replace("2026.1", "2030.9", StringComparison.Ordinal), author, Cancellation), Cancellation);
        await Task.Delay(TimeSpan.FromSeconds(3), Cancellation);
        Assert.DoesNotContain(live.Current.Packs, pack => pack.Reference.Version == "2030.9");     // a draft decides nothing

        var hash = draft.OrThrow().Policy.ContentHash;
        (await desk.RunAsync<PublishPack, Outcome<StoredPack>>(
            publisher, use => use.RunAsync("draw-ratios", "2030.9", hash, publisher, Cancellation), Cancellation)).OrThrow();
        for (var tries = 0; tries < 300 && live.Current.Packs.All(pack => pack.Reference.Version != "2030.9"); tries++)
        {
            await Task.Delay(100, Cancellation);
        }

        Assert.Contains(live.Current.Packs, pack => pack.Reference.ContentHash == hash);
    }

    // As another process would: into the database, past the calendar of this host.
    [Fact]
    public async Task ANoticeTakenInThroughAnotherDoor_CountsWithinSeconds()
    {
        using var host = new BureauHost();
        using var client = host.Anybody();
        await client.GetAsync(new Uri("/", UriKind.Relative), Cancellation);
        var live = host.Services.GetRequiredService<LiveCalendar>();
        var day = new DateOnly(2026, 3, 4);
        Assert.True(live.Current.IsWorkingDay(day));

        await using (var scope = host.Services.CreateAsyncScope())
        {
            const string Notice = """{"year":2026,"papers":["made up"],"days":[{"date":"2026-03-04","isOffDay":true}]}""";
            await scope.ServiceProvider.GetRequiredService<ICalendarStore>().AddAsync(
                new CalendarNotice(2026, 1, Notice, new string('a', 64), new Actor("li", "330700"), DateTimeOffset.UnixEpoch), Cancellation);
            await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().CommitAsync(Cancellation);
        }

        for (var tries = 0; tries < 300 && live.Current.IsWorkingDay(day); tries++)
        {
            await Task.Delay(100, Cancellation);
        }

        Assert.False(live.Current.IsWorkingDay(day));
    }
}
