using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Time;

namespace Supervision.Sampling;

/// <summary>
/// Publishes the result of a draw with its matching 抽查结果公示: only files that a stranger would find to hold are handed out, and the
/// journal says so. The host opens the files that were kept back and writes the public ones.
/// </summary>
[AllowedTo(Roles.Drawer)]
public sealed class PublishDraw(IDrawStore draws, IUnitOfWork work, AuthorityClock clock)
{
    /// <summary>
    /// Verifies the files that were kept back, writes their public form and journals it. SUP4121: there is no such draw; SUP7301: it is
    /// sealed; SUP7302: its officers are not matched yet; SUP7303: a check fails; SUP7304: the files are those of another draw.
    /// </summary>
    /// <param name="drawId">Draw.</param>
    /// <param name="open">Opens the kept file of that name for reading, or returns null when there is none.</param>
    /// <param name="create">Opens the public file of that name for writing; the stream is disposed here.</param>
    /// <param name="actor">Who publishes.</param>
    /// <param name="cancellationToken">Gives up; nothing is journalled.</param>
    public async Task<Outcome<Draw>> RunAsync(
        string drawId, Func<string, Stream?> open, Func<string, Stream> create, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(open);
        ArgumentNullException.ThrowIfNull(create);
        if (!(await OwnDraw.FindAsync(draws, drawId, cancellationToken).ConfigureAwait(false)).TryGet(out var own, out var refusal))
        {
            return refusal;
        }

        if (own.Draw.IsSealed)
        {
            return Refusal.Of("SUP7301", drawId);
        }

        var report = BundleVerifier.Verify(open);
        if (!report.HasMatching)
        {
            return Refusal.Of("SUP7302", drawId);
        }

        if (!report.IsVerified)
        {
            return Refusal.Of("SUP7303", drawId, (report.Primary ?? report.Checks.First(check => check.Status != VerificationStatus.Passed)).Name);
        }

        if (!DrawBundle.Read(open).TryGet(out var bundle, out refusal) || !MatchBundle.Read(open).TryGet(out var match, out refusal))
        {
            return refusal;
        }

        if (bundle.Announcement.Hash != own.Draw.AnnouncementHash)
        {
            return Refusal.Of("SUP7304", drawId);
        }

        bundle.Write(create);
        match.Write(create);
        work.Append(new JournalRecord("draw.published", drawId, actor, clock.Now, CanonicalJson.Of(json =>
        {
            json.WriteString("announcement", bundle.Announcement.Hash.ToString());
            json.WriteString("matching", match.Announcement.Hash.ToString());
        })));
        await work.CommitAsync(cancellationToken).ConfigureAwait(false);
        return own.Draw;
    }
}
