using System.Text.Json;
using Supervision.Decisions;

namespace Supervision.Sampling;

/// <summary>What the records of beacons share.</summary>
internal static class BeaconRecord
{
    /// <summary>Reads JSON; whatever is wrong with its form is SUP4241.</summary>
    public static Outcome<BeaconValue> Json(BeaconRound round, ReadOnlySpan<byte> record, Func<JsonElement, Outcome<BeaconValue>> read)
    {
        ArgumentNullException.ThrowIfNull(round);
        try
        {
            using var document = JsonDocument.Parse(record.ToArray());
            return read(document.RootElement);
        }
        catch (Exception fault) when (fault is JsonException or FormatException or InvalidOperationException or KeyNotFoundException)
        {
            return Refusal.Of("SUP4241", round.Source, fault.Message);
        }
    }

    /// <summary>Bytes of a hex property, in either case of letters.</summary>
    public static byte[] Bytes(JsonElement json, string name) =>
        Convert.FromHexString(json.GetProperty(name).GetString() ?? throw new FormatException(name));

    public static Refusal OtherRound(BeaconRound round, string actual) => Refusal.Of("SUP4242", round.ToString(), actual);

    public static Refusal Contradiction(BeaconRound round, string what) => Refusal.Of("SUP4243", round.ToString(), what);
}
