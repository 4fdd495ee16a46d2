using System.Text;
using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Hashing;
using Supervision.Time;

namespace Supervision.Sampling;

/// <summary>The steps of a draw that is announced and made at once, or in two acts with the beacon between them. Commits nothing.</summary>
internal sealed class DrawSteps(IDrawStore draws, PlanFrame frames, IUnitOfWork work, AuthorityClock clock)
{
    /// <summary>Freezes the frame and puts the announcement into the log.</summary>
    public async Task<Outcome<AnnouncedDraw>> AnnounceAsync(
        string planId, DrawNotice notice, Actor actor, CancellationToken cancellationToken)
    {
        if (await draws.FindPlanAsync(planId, cancellationToken).ConfigureAwait(false) is not { } plan)
        {
            return Refusal.Of("SUP4111", planId);
        }

        var log = await draws.ListAnnouncementsAsync(plan.AgencyId, cancellationToken).ConfigureAwait(false);
        if (log.FirstOrDefault(entry => entry.Programme == plan.Id && entry.State == AnnouncementState.Announced) is { } open)
        {
            return Refusal.Of("SUP4225", open.Draw.ToString());
        }

        if (ReusedSecret(log, notice.Commitments) is { } reused)
        {
            return reused;
        }

        var frame = await frames.BuildAsync(plan, clock.Today, cancellationToken, notice.Exclusions).ConfigureAwait(false);
        frame = notice.FrameSecret is { } secret ? frame.Salted(secret) : frame;
        if ((notice.Method is { } given ? given : PlanMethod.Of(plan, TierSrs.Scheme)).TryGet(out var method, out var refusal)
            && (refusal = Refuse(frame, method, plan)) is null)
        {
            var announcement = await PublishAsync(plan, notice, method, frame, actor, cancellationToken).ConfigureAwait(false);
            return new AnnouncedDraw(announcement.Terms.Draw.DrawId, plan, announcement, frame);
        }

        return refusal;
    }

    /// <summary>Keeps a draw and ends its announcement.</summary>
    public async Task<Draw> KeepAsync(
        InspectionPlan plan, DrawBundle bundle, LoggedAnnouncement logged, Actor actor, CancellationToken cancellationToken)
    {
        var terms = bundle.Announcement.Terms;
        var draw = new Draw
        {
            Id = terms.Draw.DrawId,
            PlanId = plan.Id,
            Number = checked((int)terms.Draw.Number),
            AnnouncementHash = bundle.Announcement.Hash,
            FrameCount = bundle.Frame.Count,
            FrameRoot = terms.FrameRoot,
            Seed = bundle.Seed,
            SelectedCount = bundle.Selection.SelectedIds.Count,
            DrawnAt = clock.Now,
            IsSealed = terms.SealedSecret is not null,
        };
        await draws.EndAnnouncementAsync(logged with { State = AnnouncementState.Done }, cancellationToken).ConfigureAwait(false);
        await draws.AddDrawAsync(draw, [.. bundle.Selection.SelectedIds.Select(Drawn)], cancellationToken).ConfigureAwait(false);
        work.Append(new JournalRecord("draw.made", draw.Id, actor, clock.Now, CanonicalJson.Of(json =>
        {
            json.WriteString("scheme", terms.Method.Scheme);
            json.WriteNumber("frameCount", draw.FrameCount);
            json.WriteString("frameRoot", draw.FrameRoot.ToString());
            json.WriteNumber("selected", draw.SelectedCount);
            if (terms.SealedSecret is { } j)
            {
                // Seed or bare list hash would open the seal for whoever reads an exported journal.
                json.WriteString("listCommitment", ListCommitment.Of(terms.HashKind, bundle.Reveal.Secrets[j - 1], bundle.Selection.SelectedIds).ToString());
                return;
            }

            json.WriteString("seed", draw.Seed.ToString());
            json.WriteString("list", ListHash(bundle.Selection.SelectedIds).ToString());
        })));
        return draw;

        DrawnSubject Drawn(string id) => new(id, bundle.Frame.RecordAt(bundle.Frame.IndexOf(id)).Cell);
    }

    /// <summary>The open announcement with this hash. SUP4222: there is none.</summary>
    public async Task<Outcome<LoggedAnnouncement>> OpenAsync(Announcement announcement, CancellationToken cancellationToken)
    {
        var draw = announcement.Terms.Draw;
        var log = await draws.ListAnnouncementsAsync(draw.Authority, cancellationToken).ConfigureAwait(false);
        return log.FirstOrDefault(entry => entry.Hash == announcement.Hash && entry.State == AnnouncementState.Announced) is { } open
            ? open
            : Refusal.Of("SUP4222", draw.ToString());
    }

    /// <summary>The refusal for a commitment that stood in an earlier announcement, or null.</summary>
    internal static Refusal? ReusedSecret(IReadOnlyList<LoggedAnnouncement> log, IReadOnlyList<Digest> commitments)
    {
        foreach (var entry in log)
        {
            if (LoggedNotice.Read(entry.Text).TryGet(out var notice, out _) && notice.Terms.Commitments.Intersect(commitments).Any())
            {
                return Refusal.Of("SUP4203", entry.Draw.ToString());
            }
        }

        return null;
    }

    private static Refusal? Refuse(Frame frame, DrawMethod method, InspectionPlan plan) =>
        frame.Counts().Any(count => count.Status == FrameStatus.Eligible)
            ? method.Misfit(frame)
            : Refusal.Of("SUP4112", plan.Id, Invariant.Text(frame.Count));

    private async Task<Announcement> PublishAsync(
        InspectionPlan plan, DrawNotice notice, DrawMethod method, Frame frame, Actor actor, CancellationToken cancellationToken)
    {
        var (number, previous) = await draws.NextAsync(plan.AgencyId, plan.Id, cancellationToken).ConfigureAwait(false);
        var announcement = Announcement.Create(new AnnouncementTerms
        {
            Draw = number,
            Previous = previous,
            HashKind = notice.HashKind,
            FrameCount = frame.Count,
            FrameRoot = frame.Root(notice.HashKind),
            FrameChange = notice.FrameChange,
            Method = method,
            Beacons = notice.Beacons,
            Commitments = notice.Commitments,
            Parties = notice.Parties,
            Deposits = notice.Deposits,
            IsSalted = frame.IsSalted,
            SealedSecret = notice.SealedSecret,
            SecretRule = notice.SecretRule,
            Prose = [.. notice.Prose, plan.Name, plan.RatioSource],
        });
        await draws.ChainAsync(
            number, announcement.Hash, announcement.Bytes, clock.Now, AnnouncementState.Announced, cancellationToken).ConfigureAwait(false);
        work.Append(new JournalRecord("draw.announced", number.DrawId, actor, clock.Now, CanonicalJson.Of(json =>
        {
            json.WriteString("announcement", announcement.Hash.ToString());
            json.WriteString("previous", announcement.Terms.Previous.ToString());
        })));
        return announcement;
    }

    private static Digest ListHash(IReadOnlyList<string> ids) =>
        Hash.Of(HashKind.Sha256, Encoding.ASCII.GetBytes(string.Concat(ids.Select(id => id + "\n"))));
}
