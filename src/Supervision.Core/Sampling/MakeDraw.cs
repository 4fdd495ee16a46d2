using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Time;

namespace Supervision.Sampling;

/// <summary>The second act of a draw: the beacon has spoken, the parties have opened their secrets, and the subjects follow.</summary>
[AllowedTo(Roles.Drawer)]
public sealed class MakeDraw(IDrawStore draws, PlanFrame frames, IUnitOfWork work, AuthorityClock clock)
{
    private readonly DrawSteps _steps = new(draws, frames, work, clock);

    /// <inheritdoc cref="RunAsync(Announcement, Frame, DrawReveal, DrawCycle, Actor, Action{DrawResult}, CancellationToken)"/>
    public Task<Outcome<DrawResult>> RunAsync(
        Announcement announcement, Frame frame, DrawReveal reveal, DrawCycle? cycle, Actor actor, CancellationToken cancellationToken) =>
        RunAsync(announcement, frame, reveal, cycle, actor, _ => { }, cancellationToken);

    /// <summary>
    /// Draws what was announced. SUP4222: no announcement of that number is open here; SUP4035: the frame, or the cycle, is not the
    /// announced one; SUP4031 to SUP4034: secrets or beacon values are not.
    /// </summary>
    /// <param name="announcement">The announcement, as it was published.</param>
    /// <param name="frame">The frame of that day; its root must be the announced one.</param>
    /// <param name="reveal">All secrets, the sealed one too, and the beacon values.</param>
    /// <param name="cycle">Of a rotation whose cycle another draw opened: that draw.</param>
    /// <param name="actor">Who draws.</param>
    /// <param name="keep">
    /// Given the result before it is saved, to write down what would be lost with this process: secrets, files. What it throws goes on, and
    /// nothing is saved.
    /// </param>
    /// <param name="cancellationToken">Gives up; nothing is kept.</param>
    public async Task<Outcome<DrawResult>> RunAsync(
        Announcement announcement, Frame frame, DrawReveal reveal, DrawCycle? cycle, Actor actor, Action<DrawResult> keep, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(keep);
        ArgumentNullException.ThrowIfNull(announcement);
        if (!(await _steps.OpenAsync(announcement, cancellationToken).ConfigureAwait(false)).TryGet(out var logged, out var refusal))
        {
            return refusal;
        }

        DrawBundle bundle;
        try
        {
            bundle = DrawBundle.Run(announcement, frame, reveal, cycle);
        }
        catch (ArgumentException fault) when (Invalid.RefusalOf(fault) is { } wrong)
        {
            return wrong;
        }

        var plan = (await draws.FindPlanAsync(logged.Programme, cancellationToken).ConfigureAwait(false))!;
        var draw = await _steps.KeepAsync(plan, bundle, logged, actor, cancellationToken).ConfigureAwait(false);
        var result = new DrawResult(draw, plan, bundle);
        keep(result);
        await work.CommitAsync(cancellationToken).ConfigureAwait(false);
        return result;
    }
}
