namespace Supervision.Catalog;

/// <summary>A check point 检查要点: one thing to look at, and how grave it is when it is wanting.</summary>
/// <param name="Id">Unique in the checklist, as printed: "3.1".</param>
/// <param name="Text">What the officer reads.</param>
/// <param name="ContentCode">The catalogue's content line it checks.</param>
/// <param name="Importance">Key or general point; they have different consequences.</param>
/// <param name="Severity">
/// How grave a breach is, as the catalogue classes it: "slight", "ordinary", "heavier" or "serious". A rule pack, not
/// this class, says how many points that costs. Null for a point that is never scored.
/// </param>
public sealed record CheckPoint(
    string Id, string Text, string ContentCode, PointImportance Importance, string? Severity);
