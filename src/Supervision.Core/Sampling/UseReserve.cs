using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Hashing;
using Supervision.Time;

namespace Supervision.Sampling;

/// <summary>Puts the next reserve in the place of a drawn subject that cannot be inspected: by rank only, with reason and approver.</summary>
[AllowedTo(Roles.Drawer)]
public sealed class UseReserve(IDrawStore draws, IUnitOfWork work, AuthorityClock clock)
{
    /// <summary>
    /// Uses the next reserve. SUP4121: there is no such draw; SUP4215: the bundle is that of another draw, or has not the reserves that were
    /// used so far; SUP4211 to SUP4213 as <see cref="ReserveLog.Next"/>.
    /// </summary>
    /// <param name="drawId">Draw.</param>
    /// <param name="bundle">Its bundle, from which the ranks follow.</param>
    /// <param name="replaced">Who cannot be inspected.</param>
    /// <param name="reason">Why.</param>
    /// <param name="approver">Who approved it.</param>
    /// <param name="evidence">SHA-256 of the evidence, or null.</param>
    /// <param name="actor">Who records it.</param>
    /// <param name="cancellationToken">Gives up; nothing is kept.</param>
    /// <returns>The bundle with the use, to be published again.</returns>
    public async Task<Outcome<DrawBundle>> RunAsync(
        string drawId, DrawBundle bundle, string replaced, string reason, string approver, Digest? evidence, Actor actor,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(bundle);
        if (await draws.FindDrawAsync(drawId, cancellationToken).ConfigureAwait(false) is not { } draw)
        {
            return Refusal.Of("SUP4121", drawId);
        }

        var used = await draws.ListReserveUsesAsync(drawId, cancellationToken).ConfigureAwait(false);
        if (bundle.Announcement.Hash != draw.AnnouncementHash || bundle.Seed != draw.Seed || !used.SequenceEqual(bundle.Reserves))
        {
            return Refusal.Of("SUP4215", drawId);
        }

        var next = ReserveLog.Next(bundle.Selection, used, replaced, reason, approver, evidence, clock.Local(clock.Now));
        if (!next.TryGet(out var use, out var refusal))
        {
            return refusal;
        }

        await draws.AddReserveUseAsync(drawId, use, cancellationToken).ConfigureAwait(false);
        work.Append(new JournalRecord("draw.reserve", drawId, actor, clock.Now, CanonicalJson.Of(json =>
        {
            json.WriteString("replaced", use.Replaced);
            json.WriteString("by", use.By);
            json.WriteString("reason", use.Reason);
            json.WriteString("approver", use.Approver);
            json.WriteString("evidence", use.Evidence?.ToString());
        })));
        await work.CommitAsync(cancellationToken).ConfigureAwait(false);
        return bundle with { Reserves = [.. used, use] };
    }
}
