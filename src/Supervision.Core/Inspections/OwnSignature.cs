using Supervision.Audit;
using Supervision.Decisions;

namespace Supervision.Inspections;

/// <summary>Whose signature an actor may hand in.</summary>
internal static class OwnSignature
{
    private static readonly LegalBasis s_twoOfficers = new("行政处罚法", "第四十二条", new DateOnly(2021, 7, 15));

    /// <summary>
    /// SUP7350 when an inspector hands in the signature of another officer; null when each is the inspector's own. A head may carry what
    /// others signed, and the journal then names both.
    /// </summary>
    public static Refusal? RefuseOthers(CurrentActor current, InspectionSubmission submission) =>
        current.Actor is { } person && !person.Roles.HasFlag(Roles.Head)
            && submission.OfficerSignatures.FirstOrDefault(signature => signature.OfficerId != person.Id) is { } other
            ? Refusal.Of("SUP7350", submission.TaskId, person.Id, other.OfficerId).On(s_twoOfficers)
            : null;
}
