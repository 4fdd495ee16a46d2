using System.Text;
using Supervision.Decisions;

namespace Supervision.Sampling;

/// <summary>
/// A public lottery: the numbers as drawn, in drawing order, decimal without leading zeros, joined by <c>.</c>, such as
/// "9.18.26.34.41.45" (as RFC 3797 writes them). The value is these ASCII bytes. Weak alone: name a second source beside it.
/// </summary>
internal sealed class LotteryBeacon : IBeacon
{
    /// <inheritdoc/>
    public DateTimeOffset? DueAt(BeaconRound round) => null;

    /// <inheritdoc/>
    public Outcome<BeaconValue> Read(BeaconRound round, ReadOnlySpan<byte> record)
    {
        ArgumentNullException.ThrowIfNull(round);
        var text = Encoding.UTF8.GetString(record).Trim();
        var numbers = text.Split('.');
        return Array.TrueForAll(numbers, number => Texts.TryNumber(number, 0, 999, out _)) && numbers.Length > 1
            ? new BeaconValue(round, Encoding.ASCII.GetBytes(text), "source")
            : Refusal.Of("SUP4241", round.Source, "9.18.26.34.41.45");
    }
}
