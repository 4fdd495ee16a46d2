using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Time;

namespace Supervision.Sampling;

/// <summary>
/// Freezes the frame of a plan, announces the draw and draws, in one transaction: for demonstrations, and for offices whose
/// beacon's value is at hand. With an hour between announcement and round use <see cref="AnnounceDraw"/>, then <see cref="MakeDraw"/>.
/// </summary>
[AllowedTo(Roles.Drawer)]
public sealed class RunDraw(IDrawStore draws, PlanFrame frames, IUnitOfWork work, AuthorityClock clock)
{
    private readonly DrawSteps _steps = new(draws, frames, work, clock);

    /// <inheritdoc cref="RunAsync(string, DrawInputs, Actor, Action{DrawResult}, CancellationToken, DrawMethod)"/>
    public Task<Outcome<DrawResult>> RunAsync(
        string planId, DrawInputs inputs, Actor actor, CancellationToken cancellationToken, DrawMethod? method = null) =>
        RunAsync(planId, inputs, actor, _ => { }, cancellationToken, method);

    /// <summary>
    /// Draws under the next number of the plan. SUP4111: there is no such plan; SUP4112: the frame has nobody who could be drawn;
    /// SUP4013: a cell has no ratio; SUP4016: too many lots; SUP4203: a secret was used before; SUP4225: an announcement of the plan is open;
    /// SUP4226: the source's schedule is known, hence the round must be an hour away: announce first.
    /// </summary>
    /// <param name="planId">Plan.</param>
    /// <param name="inputs">Secrets, beacon, prose.</param>
    /// <param name="actor">Who draws.</param>
    /// <param name="keep">
    /// Given the result before it is saved, to write down what would be lost with this process: secrets, files. What it throws goes on, and
    /// nothing is saved.
    /// </param>
    /// <param name="cancellationToken">Gives up; nothing is kept.</param>
    /// <param name="method">How subjects are drawn; null for <c>tier-srs</c> with the plan's ratios.</param>
    public async Task<Outcome<DrawResult>> RunAsync(
        string planId, DrawInputs inputs, Actor actor, Action<DrawResult> keep, CancellationToken cancellationToken, DrawMethod? method = null)
    {
        ArgumentNullException.ThrowIfNull(keep);
        ArgumentNullException.ThrowIfNull(inputs);
        if (BeaconTiming.Check(inputs.Beacons, clock.Now) is { } untimely)
        {
            return untimely;
        }

        var announced = await _steps.AnnounceAsync(planId, inputs.Notice with { Method = method }, actor, cancellationToken)
            .ConfigureAwait(false);
        if (!announced.TryGet(out var act, out var refusal)
            || !(await _steps.OpenAsync(act.Announcement, cancellationToken).ConfigureAwait(false)).TryGet(out var logged, out refusal))
        {
            return refusal;
        }

        var bundle = DrawBundle.Run(act.Announcement, act.Frame, inputs.Reveal);
        var draw = await _steps.KeepAsync(act.Plan, bundle, logged, actor, cancellationToken).ConfigureAwait(false);
        var result = new DrawResult(draw, act.Plan, bundle);
        keep(result);
        await work.CommitAsync(cancellationToken).ConfigureAwait(false);
        return result;
    }
}
