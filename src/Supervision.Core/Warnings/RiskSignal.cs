namespace Supervision.Warnings;

/// <summary>
/// What monitoring saw 监测信号: a reading of a sensor, a review, a complaint, an entry on a list. Immutable.
/// </summary>
/// <param name="Id">Identifier given by its source: the same id is the same signal.</param>
/// <param name="Model">Policy id of the model that reads it.</param>
/// <param name="SubjectId">Subject.</param>
/// <param name="Kind">A word of the model's <c>events:</c>.</param>
/// <param name="At">When it was measured or received.</param>
/// <param name="Values">Fields as texts: numbers with a point, dates as 2026-01-31, true or false.</param>
public sealed record RiskSignal(
    string Id, string Model, string SubjectId, string Kind, DateTimeOffset At, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>The source of what a device measured: no proof by itself (行政处罚法 art. 41).</summary>
    public const string Sensor = "sensor";

    /// <summary>
    /// The kind of signal by which the review of a warning goes back to its model; no source sends it. A model that does not declare it passes it over.
    /// </summary>
    public const string Reviewed = "Reviewed";

    /// <summary>Where it comes from: "sensor" for a device, else a system or person.</summary>
    public string Source { get; init; } = "";

    /// <summary>Whether the data are good: calibrated, transmitted without a gap. What is not good is kept and never confirmed.</summary>
    public bool IsGood { get; init; } = true;

    /// <summary>Given when it is stored; orders the signals of one day.</summary>
    public long Sequence { get; init; }
}
