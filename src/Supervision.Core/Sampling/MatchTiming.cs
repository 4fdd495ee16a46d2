using System.Text;
using Supervision.Decisions;
using Supervision.Hashing;

namespace Supervision.Sampling;

/// <summary>Whether a matching may be announced with these inputs, after the draw that it is for.</summary>
internal static class MatchTiming
{
    /// <summary>SUP4202: a beacon's round is not later than in the draw; SUP4203: a secret was used before. Null when neither is so.</summary>
    public static Refusal? Check(IReadOnlyList<LoggedAnnouncement> log, Digest draw, DrawInputs inputs)
    {
        var text = log.FirstOrDefault(entry => entry.Hash == draw)?.Text;
        return text is not null
            && Announcement.Parse(Encoding.UTF8.GetBytes(text)).TryGet(out var announcement, out _)
            && LaterRound.FirstWrong(announcement.Terms.Beacons, inputs.Beacons) is var (earlier, later)
                ? Refusal.Of("SUP4202", later.ToString(), earlier.ToString())
                : DrawSteps.ReusedSecret(log, inputs.Commitments);
    }
}
