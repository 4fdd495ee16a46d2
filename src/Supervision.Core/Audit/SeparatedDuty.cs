namespace Supervision.Audit;

/// <summary>Two acts in one matter that two people must do. The journal itself says who did the first.</summary>
/// <param name="First">Type of the journal record of the first act.</param>
/// <param name="Second">Type of the record that the same person may not add for the same key.</param>
public sealed record SeparatedDuty(string First, string Second)
{
    /// <summary>The duties that are separated, whoever has which roles.</summary>
    public static IReadOnlyList<SeparatedDuty> All { get; } =
    [
        new("draw.made", "redraw.approved"),
        new("case.filed", "hearing.chaired"),
        new("case.investigated", "hearing.chaired"),
        new("case.investigated", "case.reviewed"),
        new("pack.written", "pack.published"),
        new("access.glass-broken", "access.reviewed"),
    ];
}
