using Supervision.Decisions;
using Supervision.Registry;
using Supervision.Sampling;
using Supervision.Time;

namespace Supervision.Inspections;

/// <summary>
/// Who follows on a place of the matching when somebody leaves it: the next of the method. Whoever is next and may not inspect is passed
/// over in the open, each with the code that says why.
/// </summary>
/// <param name="barred">Officers who may not inspect the subject, with the code.</param>
/// <param name="now">When it is decided.</param>
internal sealed class OfficerFollowing(IReadOnlyDictionary<string, string> barred, DateTimeOffset now)
{
    /// <summary>Loads who may not inspect a subject today: certificate, station, recusal.</summary>
    public static async Task<OfficerFollowing> LoadAsync(
        IOfficerStore officers, AuthorityClock clock, string subjectId, CancellationToken cancellationToken)
    {
        var barred = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var officer in await officers.ListOfficersAsync(cancellationToken).ConfigureAwait(false))
        {
            if (officer.CheckDrawable(clock.Today) is { } refusal)
            {
                barred[officer.Id] = refusal.Code;
            }
        }

        foreach (var recusal in await officers.ListRecusalsAsync(cancellationToken).ConfigureAwait(false))
        {
            if (string.Equals(recusal.SubjectId, subjectId, StringComparison.Ordinal) && recusal.DecidedOn <= clock.Today)
            {
                barred[recusal.OfficerId] = "SUP2102";
            }
        }

        return new OfficerFollowing(barred, clock.Now);
    }

    /// <summary>The officers who stand on a place.</summary>
    public static IReadOnlyList<string> TeamOf(MatchBundle match, string slot) =>
        match.CurrentTeams.FirstOrDefault(team => string.Equals(team.TaskId, slot, StringComparison.Ordinal))?.Officers ?? [];

    /// <summary>Replaces one officer. SUP4264: nobody is left. Also the refusals of <see cref="MatchBundle.Redraw"/>.</summary>
    public Outcome<MatchBundle> Replace(MatchBundle match, string slot, string officerId, string reason, string approver)
    {
        for (var (left, why) = (officerId, reason); ;)
        {
            if (!match.Redraw(slot, left, why, approver, now).TryGet(out var redrawn, out var refusal))
            {
                return refusal;
            }

            match = redrawn;
            if (match.Redraws[^1].Newcomer is not { } newcomer)
            {
                return Refusal.Of("SUP4264", slot, left);
            }

            if (!barred.TryGetValue(newcomer, out var code))
            {
                return match;
            }

            (left, why) = (newcomer, code);
        }
    }

    /// <summary>Replaces everybody on a place who may not inspect the subject.</summary>
    public Outcome<MatchBundle> ReplaceBarred(MatchBundle match, string slot, string approver)
    {
        foreach (var officer in TeamOf(match, slot))
        {
            if (barred.TryGetValue(officer, out var code))
            {
                if (!Replace(match, slot, officer, code, approver).TryGet(out var next, out var refusal))
                {
                    return refusal;
                }

                match = next;
            }
        }

        return match;
    }
}
