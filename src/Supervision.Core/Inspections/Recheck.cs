namespace Supervision.Inspections;

/// <summary>A recheck 复查 after an order to correct. The first record stays as it was.</summary>
/// <param name="OfficerIds">Officers who were there.</param>
/// <param name="Entries">What they found at the points of the order.</param>
/// <param name="At">When.</param>
public sealed record Recheck(IReadOnlyList<string> OfficerIds, IReadOnlyList<CheckEntry> Entries, DateTimeOffset At);
