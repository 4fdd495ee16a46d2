using Supervision.Policies;
using Supervision.Rules.Publishing;

namespace Supervision.Web.Studio;

/// <summary>Lets decide in this process what the database has published, beside the packs that ship. Thread-safe.</summary>
internal sealed class PublishedHere(IServiceScopeFactory scopes, LiveRulePacks live, HostPacks shipped) : IDisposable
{
    // One at a time: what was read first must not go live last.
    private readonly SemaphoreSlim _turn = new(1);
    private (int Count, DateTimeOffset? Last)? _seen;

    /// <summary>Takes what is published, unless nothing was published since the last time.</summary>
    /// <exception cref="Rules.Packs.RulePackException">A pack cannot be read, or does not fit the others; those in force stay.</exception>
    public async Task TakeAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var packs = scope.ServiceProvider.GetRequiredService<IPackStore>();
            var mark = await packs.LastPublishedAsync(cancellationToken);
            if (mark != _seen)
            {
                live.Swap(PublishedPacks.Registry(await packs.ListPublishedAsync(cancellationToken), shipped.Registry));
                _seen = mark;
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();
}
