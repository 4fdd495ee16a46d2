using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Time;

namespace Supervision.Sampling;

/// <summary>The first act of a draw: freezes the frame and announces, at least an hour before the beacon's round.</summary>
[AllowedTo(Roles.Drawer)]
public sealed class AnnounceDraw(IDrawStore draws, PlanFrame frames, IUnitOfWork work, AuthorityClock clock)
{
    private readonly DrawSteps _steps = new(draws, frames, work, clock);

    /// <inheritdoc cref="RunAsync(string, DrawNotice, Actor, Action{AnnouncedDraw}, CancellationToken)"/>
    public Task<Outcome<AnnouncedDraw>> RunAsync(string planId, DrawNotice notice, Actor actor, CancellationToken cancellationToken) =>
        RunAsync(planId, notice, actor, _ => { }, cancellationToken);

    /// <summary>
    /// Announces the next number of a plan. SUP4111: there is no such plan; SUP4112: nobody could be drawn; SUP4013: a cell has no ratio;
    /// SUP4016: too many lots; SUP4203: a secret was used before; SUP4225: an announcement of the plan is open; SUP4226: the round
    /// is due within the hour.
    /// </summary>
    /// <param name="planId">Plan.</param>
    /// <param name="notice">What the announcement says.</param>
    /// <param name="actor">Who announces.</param>
    /// <param name="keep">
    /// Given the result before it is saved, to write down what would be lost with this process: secrets, files. What it throws goes on, and
    /// nothing is saved.
    /// </param>
    /// <param name="cancellationToken">Gives up; nothing is kept.</param>
    /// <exception cref="ArgumentException">SUP4021 to SUP4027, SUP4201: the notice would not be read back.</exception>
    public async Task<Outcome<AnnouncedDraw>> RunAsync(
        string planId, DrawNotice notice, Actor actor, Action<AnnouncedDraw> keep, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(keep);
        ArgumentNullException.ThrowIfNull(notice);
        if (BeaconTiming.Check(notice.Beacons, clock.Now) is { } untimely)
        {
            return untimely;
        }

        var outcome = await _steps.AnnounceAsync(planId, notice, actor, cancellationToken).ConfigureAwait(false);
        if (outcome.TryGet(out var announced, out _))
        {
            keep(announced);
            await work.CommitAsync(cancellationToken).ConfigureAwait(false);
        }

        return outcome;
    }
}
