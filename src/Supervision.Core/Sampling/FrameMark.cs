using Supervision.Decisions;

namespace Supervision.Sampling;

/// <summary>What a list does to a subject in a frame 差异化监管. Immutable.</summary>
/// <param name="Tier">The least tier that it is drawn in; null where it is left in peace.</param>
/// <param name="WaivesCoolDown">Whether a recent visit does not keep it out; a rule of frequency still does.</param>
/// <param name="Why">The entry behind it, with its provision.</param>
public sealed record FrameMark(string? Tier, bool WaivesCoolDown, Explanation Why);
