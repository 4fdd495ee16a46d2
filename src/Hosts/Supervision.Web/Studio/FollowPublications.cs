using Supervision.Policies;
using Supervision.Rules.Publishing;

namespace Supervision.Web.Studio;

/// <summary>Lets decide what another host, or the console, published in the same database while this host runs.</summary>
internal sealed partial class FollowPublications(
    IServiceScopeFactory scopes, LiveRulePacks live, HostPacks shipped, ILogger<FollowPublications> log) : BackgroundService
{
    private static readonly TimeSpan s_every = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(s_every);
        (int, DateTimeOffset?)? seen = null;
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var packs = scope.ServiceProvider.GetRequiredService<IPackStore>();
                var mark = await packs.LastPublishedAsync(stoppingToken);
                if (mark != seen)
                {
                    live.Swap(PublishedPacks.Registry(await packs.ListPublishedAsync(stoppingToken), shipped.Registry));
                    seen = mark;
                }
            }
            catch (Exception problem) when (problem is not OperationCanceledException)
            {
                // What is in force stays in force; the next tick tries again.
                LogKept(problem);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "What was published could not be read; the packs in force stay.")]
    private partial void LogKept(Exception problem);
}
