using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Time;

namespace Supervision.Registry;

/// <summary>
/// Records that the head of the agency decided a recusal 回避: from today the officer is drawn for no task about the
/// subject, and may start none.
/// </summary>
/// <legal source="行政处罚法" article="第四十三条" inForceFrom="2021-07-15" />
[AllowedTo(Roles.Head, IsShared = true)]
public sealed class DecideRecusal(IOfficerStore officers, ISubjectStore subjects, IUnitOfWork work, AuthorityClock clock)
{
    /// <summary>
    /// Saves and journals the recusal; deciding it again changes nothing. SUP1221: no such officer; SUP1222: no such
    /// subject; SUP1223: no reason.
    /// </summary>
    public async Task<Outcome<Recusal>> RunAsync(
        string officerId, string subjectId, string reason, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (string.IsNullOrWhiteSpace(reason))
        {
            return Refusal.Of("SUP1223", officerId, subjectId);
        }

        var staff = await officers.ListOfficersAsync(cancellationToken).ConfigureAwait(false);
        if (staff.All(officer => officer.Id != officerId))
        {
            return Refusal.Of("SUP1221", officerId);
        }

        if (await subjects.FindAsync(subjectId, cancellationToken).ConfigureAwait(false) is null)
        {
            return Refusal.Of("SUP1222", subjectId);
        }

        var recusal = new Recusal(officerId, subjectId, reason, clock.Today);
        if (await officers.AddRecusalAsync(recusal, cancellationToken).ConfigureAwait(false))
        {
            work.Append(new JournalRecord("recusal.decided", officerId, actor, clock.Now, CanonicalJson.Of(json =>
                json.WriteString("subject", subjectId))));
        }

        await work.CommitAsync(cancellationToken).ConfigureAwait(false);
        return recusal;
    }
}
