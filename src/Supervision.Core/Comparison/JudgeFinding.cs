using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Time;

namespace Supervision.Comparison;

/// <summary>A person confirms or rejects a finding of a comparison. Likeness is a question; only this is an answer.</summary>
[AllowedTo(Roles.Planner | Roles.Inspector)]
public sealed class JudgeFinding(IComparisonStore store, IUnitOfWork work, AuthorityClock clock)
{
    /// <summary>
    /// Saves and journals the judgement. SUP3231: there is no such finding, or another agency keeps it; SUP3232: it was judged already;
    /// SUP3233: a reason is missing.
    /// </summary>
    /// <param name="findingId">Finding.</param>
    /// <param name="isSo">Whether it is so.</param>
    /// <param name="reason">What the person saw.</param>
    /// <param name="actor">Who looked.</param>
    /// <param name="cancellationToken">Gives up; nothing is kept.</param>
    public async Task<Outcome<JudgedFinding>> RunAsync(
        string findingId, bool isSo, string reason, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(findingId);
        ArgumentNullException.ThrowIfNull(actor);
        if (string.IsNullOrWhiteSpace(reason))
        {
            return Refusal.Of("SUP3233", findingId);
        }

        if (await store.FindAsync(findingId, cancellationToken).ConfigureAwait(false) is not { } open)
        {
            return Refusal.Of("SUP3231", findingId);
        }

        if (open.Judgement != FindingJudgement.Open)
        {
            return Refusal.Of("SUP3232", findingId, open.Judgement.ToString(), open.JudgedBy!);
        }

        var judged = open with
        {
            Judgement = isSo ? FindingJudgement.Confirmed : FindingJudgement.Rejected, Reason = reason, JudgedBy = actor.Id, JudgedAt = clock.Now,
        };
        await store.JudgeAsync(judged, cancellationToken).ConfigureAwait(false);
        work.Append(new JournalRecord("comparison.judged", findingId, actor, clock.Now, CanonicalJson.Of(json =>
        {
            json.WriteString("judgement", judged.Judgement.ToString());
            json.WriteString("reason", reason);
        })));
        await work.CommitAsync(cancellationToken).ConfigureAwait(false);
        return judged;
    }
}
