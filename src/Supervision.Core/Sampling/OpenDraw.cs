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
        if (!(await OwnDraw.FindAsync(draws, drawId, cancellationToken).ConfigureAwait(false)).TryGet(out var own, out var refusal))
        {
            return refusal;
        }

        var draw = own.Draw;
        if (!draw.IsSealed)
        {
            return Refusal.Of("SUP4227", drawId);
        }

        await draws.UnsealDrawAsync(drawId, cancellationToken).ConfigureAwait(false);
        work.Append(new JournalRecord("draw.opened", drawId, actor, clock.Now, CanonicalJson.Of(json =>
        {
            json.WriteString("announcement", draw.AnnouncementHash.ToString());
            json.WriteString("seed", draw.Seed.ToString());
        })));
        await work.CommitAsync(cancellationToken).ConfigureAwait(false);
        return draw with { IsSealed = false };
    }
}
