namespace Supervision.Inspections;

/// <summary>Different answers to one point that nobody has chosen between yet: kept and shown, never decided by a clock.</summary>
/// <param name="PointId">Point.</param>
/// <param name="Operations">The answers, by device.</param>
public sealed record AnswerConflict(string PointId, IReadOnlyList<TaskOperation> Operations);
