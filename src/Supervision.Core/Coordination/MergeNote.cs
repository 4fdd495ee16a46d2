namespace Supervision.Coordination;

/// <summary>A place in a merged plan that a person should look at.</summary>
/// <param name="Kind">What.</param>
/// <param name="SubjectId">Where.</param>
/// <param name="Count">Visits that laws demand, or days between the two visits.</param>
public sealed record MergeNote(MergeNoteKind Kind, string SubjectId, int Count);
