namespace Supervision.Inspections;

/// <summary>The answer to one check point.</summary>
/// <param name="PointId">Point of the task's checklist.</param>
/// <param name="Answer">Answer.</param>
/// <param name="Note">What the officer saw; may be empty.</param>
/// <param name="Evidence">At least one piece for a point that does not conform.</param>
public sealed record CheckEntry(string PointId, CheckAnswer Answer, string Note, IReadOnlyList<Evidence> Evidence)
{
    /// <summary>Whether a general point was put right before the officers left 当场改正.</summary>
    public bool CorrectedOnSpot { get; init; }
}
