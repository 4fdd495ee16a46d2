namespace Supervision.Web.Studio;

/// <summary>
/// Lets decide what another host, or the console, published in the same database while this host runs, and count what notices of working
/// days it took in.
/// </summary>
internal sealed partial class FollowPublications(PublishedHere published, CalendarHere calendar, ILogger<FollowPublications> log) : BackgroundService
{
    private static readonly TimeSpan s_every = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(s_every);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await TryAsync(published.TakeAsync, stoppingToken);
            await TryAsync(calendar.TakeAsync, stoppingToken);
        }
    }

    private async Task TryAsync(Func<CancellationToken, Task> take, CancellationToken stoppingToken)
    {
        try
        {
            await take(stoppingToken);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            // What is in force stays in force; the next tick tries again.
            LogKept(problem);
        }
    }

    [LoggerMessage(LogLevel.Error, "What was published could not be read; the packs and the calendar in force stay.")]
    private partial void LogKept(Exception problem);
}
