using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Time;

namespace Supervision.Sampling;

/// <summary>Opens a sealed draw after its inspections: from now on its list is public.</summary>
[AllowedTo(Roles.Drawer)]
public sealed class OpenDraw(IDrawStore draws, IUnitOfWork work, AuthorityClock clock)
{
    /// <summary>Opens a draw. SUP4121: there is no such draw; SUP4227: it is open.</summary>
    public async Task<Outcome<Draw>> RunAsync(string drawId, Actor actor, CancellationToken cancellationToken)
    {
        if (await draws.FindDrawAsync(drawId, cancellationToken).ConfigureAwait(false) is not { } draw)
        {
            return Refusal.Of("SUP4121", drawId);
        }

        if (!draw.IsSealed)
        {
            return Refusal.Of("SUP4227", drawId);
        }

        await draws.UnsealDrawAsync(drawId, cancellationToken).ConfigureAwait(false);
        work.Append(new JournalRecord("draw.opened", drawId, actor, clock.Now, CanonicalJson.Of(json =>
            json.WriteString("announcement", draw.AnnouncementHash.ToString()))));
        await work.CommitAsync(cancellationToken).ConfigureAwait(false);
        return draw with { IsSealed = false };
    }
}
