namespace Supervision.Web.Studio;

/// <summary>Lets decide what another host, or the console, published in the same database while this host runs.</summary>
internal sealed partial class FollowPublications(PublishedHere published, ILogger<FollowPublications> log) : BackgroundService
{
    private static readonly TimeSpan s_every = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(s_every);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await published.TakeAsync(stoppingToken);
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
