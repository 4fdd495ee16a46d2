using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Time;

namespace Supervision.Sampling;

/// <summary>Ends an announced draw as void, for a reason that is published: a secret was withheld, a pulse never came.</summary>
[AllowedTo(Roles.Drawer)]
public sealed class VoidDraw(IDrawStore draws, IUnitOfWork work, AuthorityClock clock)
{
    /// <summary>
    /// Voids the open announcement of a plan. SUP4111: there is no such plan; SUP4222: none is open; SUP4223: no reason.
    /// </summary>
    /// <param name="planId">Plan.</param>
    /// <param name="reason">Why.</param>
    /// <param name="withheldBy">The party that withheld its secret, or null.</param>
    /// <param name="actor">Who voids it.</param>
    /// <param name="cancellationToken">Gives up; nothing is kept.</param>
    public async Task<Outcome<LoggedAnnouncement>> RunAsync(
        string planId, string reason, string? withheldBy, Actor actor, CancellationToken cancellationToken)
    {
        if (await draws.FindPlanAsync(planId, cancellationToken).ConfigureAwait(false) is not { } plan)
        {
            return Refusal.Of("SUP4111", planId);
        }

        var log = await draws.ListAnnouncementsAsync(plan.AgencyId, cancellationToken).ConfigureAwait(false);
        if (log.FirstOrDefault(entry => entry.Programme == planId && entry.State == AnnouncementState.Announced) is not { } open)
        {
            return Refusal.Of("SUP4222", planId);
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return Refusal.Of("SUP4223", open.Draw.ToString());
        }

        var ended = open with { State = AnnouncementState.Void, Reason = reason, Party = withheldBy };
        await draws.EndAnnouncementAsync(ended, cancellationToken).ConfigureAwait(false);
        work.Append(new JournalRecord("draw.voided", open.Draw.DrawId, actor, clock.Now, CanonicalJson.Of(json =>
        {
            json.WriteString("announcement", open.Hash.ToString());
            json.WriteString("reason", reason);
            json.WriteString("withheldBy", withheldBy);
        })));
        await work.CommitAsync(cancellationToken).ConfigureAwait(false);
        return ended;
    }
}
