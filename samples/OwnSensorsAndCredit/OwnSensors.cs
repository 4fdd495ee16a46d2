using Supervision.Warnings;

namespace OwnSensorsAndCredit;

/// <summary>What your platform of sensors sends, and what becomes of it: one signal, under the id that the platform gave.</summary>
internal sealed record Reading(string Id, string Kitchen, decimal Celsius, DateTimeOffset At, bool Calibrated)
{
    public RiskSignal ToSignal() => new(
        Id, "kitchen-temperature", Kitchen, "Reading", At,
        new Dictionary<string, string> { ["celsius"] = Celsius.ToString(System.Globalization.CultureInfo.InvariantCulture) })
    {
        Source = RiskSignal.Sensor,    // no proof by itself: somebody has to go there
        IsGood = Calibrated,
    };
}
