namespace Supervision.Risk;

/// <summary>A subject as the store hands it to an assessment.</summary>
/// <param name="SubjectId">Subject.</param>
/// <param name="DeliveredRiskClass">Class "A" to "D" as the credit platform delivered it, or null.</param>
/// <param name="Current">Standing after the last assessment, or null when there was none.</param>
public readonly record struct StandingRow(string SubjectId, string? DeliveredRiskClass, SubjectStanding? Current);
