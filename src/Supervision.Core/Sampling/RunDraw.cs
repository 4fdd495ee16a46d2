using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Hashing;
using Supervision.Time;

namespace Supervision.Sampling;

/// <summary>Freezes the frame of a plan, announces the draw, draws, and keeps what is needed to check it.</summary>
[AllowedTo(Roles.Drawer)]
public sealed class RunDraw(IDrawStore draws, PlanFrame frames, IUnitOfWork work, AuthorityClock clock)
{
    /// <summary>
    /// Draws under the next number of the plan. SUP4111: there is no such plan; SUP4112: the frame has nobody who could be drawn; SUP4013: a cell has no ratio.
    /// </summary>
    /// <param name="planId">Plan.</param>
    /// <param name="inputs">Secrets, beacon, prose.</param>
    /// <param name="actor">Who draws.</param>
    /// <param name="cancellationToken">Gives up; nothing is kept.</param>
    public async Task<Outcome<DrawResult>> RunAsync(
        string planId, DrawInputs inputs, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        if (await draws.FindPlanAsync(planId, cancellationToken).ConfigureAwait(false) is not { } plan)
        {
            return Refusal.Of("SUP4111", planId);
        }

        var frame = await frames.BuildAsync(plan, clock.Today, cancellationToken).ConfigureAwait(false);
        var method = new TierSrsMethod(
            new DrawRates(plan.Rates.Select(rate => new DrawRate(rate.Ppm, rate.Tier))), plan.MinPerCell);
        if (Refuse(frame, method, plan) is { } refusal)
        {
            return refusal;
        }

        var (number, previous) = await draws.NextAsync(plan.AgencyId, plan.Id, cancellationToken).ConfigureAwait(false);
        var announcement = Announcement.Create(new AnnouncementTerms
        {
            Draw = number,
            Previous = previous,
            HashKind = inputs.HashKind,
            FrameCount = frame.Count,
            FrameRoot = frame.Root(inputs.HashKind),
            Method = method,
            Beacons = inputs.Beacons,
            Commitments = inputs.Commitments,
            SecretRule = inputs.SecretRule,
            Prose = [.. inputs.Prose, plan.Name, plan.RatioSource],
        });
        var bundle = DrawBundle.Run(announcement, frame, inputs.Reveal);
        var draw = await KeepAsync(plan, bundle, actor, cancellationToken).ConfigureAwait(false);
        return new DrawResult(draw, plan, bundle);
    }

    private static Refusal? Refuse(Frame frame, DrawMethod method, InspectionPlan plan)
    {
        if (!frame.Counts().Any(count => count.Status == FrameStatus.Eligible))
        {
            return Refusal.Of("SUP4112", plan.Id, Invariant.Text(frame.Count));
        }

        return method.Misfit(frame);
    }

    private async Task<Draw> KeepAsync(
        InspectionPlan plan, DrawBundle bundle, Actor actor, CancellationToken cancellationToken)
    {
        var announcement = bundle.Announcement;
        var number = checked((int)announcement.Terms.Draw.Number);
        var draw = new Draw
        {
            Id = $"{plan.Id}-{Invariant.Text(number)}",
            PlanId = plan.Id,
            Number = number,
            AnnouncementHash = announcement.Hash,
            FrameCount = bundle.Frame.Count,
            FrameRoot = announcement.Terms.FrameRoot,
            Seed = bundle.Seed,
            SelectedCount = bundle.Selection.SelectedIds.Count,
            DrawnAt = clock.Now,
        };
        await draws.ChainAsync(announcement.Terms.Draw, announcement.Hash, announcement.Bytes, cancellationToken)
            .ConfigureAwait(false);
        await draws.AddDrawAsync(draw, [.. bundle.Selection.SelectedIds.Select(Drawn)], cancellationToken).ConfigureAwait(false);
        work.Append(new JournalRecord("draw.announced", draw.Id, actor, clock.Now, CanonicalJson.Of(json =>
        {
            json.WriteString("announcement", announcement.Hash.ToString());
            json.WriteString("previous", announcement.Terms.Previous.ToString());
        })));
        work.Append(new JournalRecord("draw.made", draw.Id, actor, clock.Now, CanonicalJson.Of(json =>
        {
            json.WriteString("scheme", announcement.Terms.Method.Scheme);
            json.WriteNumber("frameCount", draw.FrameCount);
            json.WriteString("frameRoot", draw.FrameRoot.ToString());
            json.WriteString("seed", draw.Seed.ToString());
            json.WriteNumber("selected", draw.SelectedCount);
            json.WriteString("list", ListHash(bundle.Selection.SelectedIds).ToString());
        })));
        await work.CommitAsync(cancellationToken).ConfigureAwait(false);
        return draw;

        DrawnSubject Drawn(string id) => new(id, bundle.Frame.RecordAt(bundle.Frame.IndexOf(id)).Cell);
    }

    private static Digest ListHash(IReadOnlyList<string> ids) =>
        Hash.Of(HashKind.Sha256, System.Text.Encoding.ASCII.GetBytes(string.Concat(ids.Select(id => id + "\n"))));
}
