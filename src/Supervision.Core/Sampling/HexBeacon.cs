using System.Text;
using Supervision.Decisions;

namespace Supervision.Sampling;

/// <summary>Any other source: its value as hex text in a file, 1 to 65,535 bytes. Nothing about it is checked.</summary>
internal sealed class HexBeacon : IBeacon
{
    /// <inheritdoc/>
    public DateTimeOffset? DueAt(BeaconRound round) => null;

    /// <inheritdoc/>
    public Outcome<BeaconValue> Read(BeaconRound round, ReadOnlySpan<byte> record)
    {
        ArgumentNullException.ThrowIfNull(round);
        var text = Encoding.UTF8.GetString(record).Trim();
        return text.Length is > 0 and <= 2 * ushort.MaxValue && text.Length % 2 == 0 && text.All(char.IsAsciiHexDigit)
            ? new BeaconValue(round, Convert.FromHexString(text), "source")
            : Refusal.Of("SUP4241", round.Source, "hex");
    }
}
