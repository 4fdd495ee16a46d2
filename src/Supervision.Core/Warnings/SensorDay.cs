using Supervision.Decisions;

namespace Supervision.Warnings;

/// <summary>
/// What one monitoring point 监测点位 of a subject sent on one day: how many readings were to come, came, and are valid. A later one for the same
/// point and day takes its place: a gap that was mended. Immutable.
/// </summary>
/// <param name="SubjectId">Subject.</param>
/// <param name="Point">Monitoring point, as its system names it.</param>
/// <param name="Day">Civil day.</param>
/// <param name="Expected">Readings that were to come, at least 1.</param>
/// <param name="Received">Readings that came, 0 to <paramref name="Expected"/>.</param>
/// <param name="Valid">Readings of those that are valid, 0 to <paramref name="Received"/>.</param>
public sealed record SensorDay(string SubjectId, string Point, DateOnly Day, int Expected, int Received, int Valid)
{
    /// <summary>One text for the subject, point and day.</summary>
    public string Key => $"{SubjectId}|{Point}|{Invariant.Text(Day)}";

    /// <summary>SUP3177: the point is no identifier; SUP3178: the counts contradict each other; null: it is well-formed.</summary>
    public Refusal? Check() => !Identifier.IsValid(Point) ? Refusal.Of("SUP3177", Point)
        : Valid < 0 || Valid > Received || Received > Expected || Expected < 1
            ? Refusal.Of("SUP3178", Key, Invariant.Text(Expected), Invariant.Text(Received), Invariant.Text(Valid))
        : null;
}
