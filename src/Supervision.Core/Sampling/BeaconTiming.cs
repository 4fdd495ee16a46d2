using Supervision.Decisions;

namespace Supervision.Sampling;

/// <summary>An announcement must be public for an hour before the beacon speaks, else its writer may have known the value.</summary>
internal static class BeaconTiming
{
    // SRD-1, announcement; docs/reference/published-bundle.md, log-rounds.
    public static readonly TimeSpan Notice = TimeSpan.FromHours(1);

    /// <summary>SUP4226: the round of a source whose schedule is known is due within the hour, or was already. Null when none is.</summary>
    public static Refusal? Check(IEnumerable<BeaconRound> rounds, DateTimeOffset now) =>
        rounds.FirstOrDefault(round => !IsInTime(round, now)) is { } early ? Refusal.Of("SUP4226", early.ToString()) : null;

    /// <summary>Whether an announcement of that instant comes in time before a round, as far as its source's schedule is known.</summary>
    public static bool IsInTime(BeaconRound round, DateTimeOffset announced) =>
        BeaconSources.For(round).DueAt(round) is not { } due || announced + Notice <= due;
}
