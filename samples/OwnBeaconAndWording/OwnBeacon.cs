using System.Text;
using Supervision.Decisions;
using Supervision.Sampling;

namespace OwnBeaconAndWording;

/// <summary>The closing prices of a stock exchange: "2026-03-02 3358.47 10521.26". A stranger reads the same line in the newspaper.</summary>
internal sealed class ExchangeBeacon : IBeacon
{
    /// <summary>What an announcement names: the round is the trading day as a number.</summary>
    public static BeaconRound On(DateOnly day) => new("exchange closing", "SSE+SZSE", (day.Year * 10_000) + (day.Month * 100) + day.Day);

    public DateTimeOffset? DueAt(BeaconRound round) =>
        new DateTimeOffset((int)(round.Round / 10_000), (int)(round.Round / 100 % 100), (int)(round.Round % 100), 15, 0, 0, TimeSpan.FromHours(8));

    public Outcome<BeaconValue> Read(BeaconRound round, ReadOnlySpan<byte> record)
    {
        var line = Encoding.UTF8.GetString(record).Trim();
        if (line.Split(' ') is not [var day, _, _])
        {
            return Refusal.Of("SUP4241", round.Source, "date, index, index");
        }

        // The whole line is the value, so that whoever checks the draw hashes what was printed. That it was printed, a machine cannot know.
        return day.Replace("-", "", StringComparison.Ordinal) == round.Round.ToString(System.Globalization.CultureInfo.InvariantCulture)
            ? new BeaconValue(round, Encoding.UTF8.GetBytes(line), "source")
            : Refusal.Of("SUP4242", round.ToString(), day);
    }
}
