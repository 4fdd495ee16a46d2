using Supervision.Inspections;

namespace Supervision.Web.Publication;

/// <summary>What came of one inspection, as the public may read it: what was found in a word, not what it was. Immutable.</summary>
/// <param name="Word">NoProblem, CorrectedOnSpot, Ordered, Corrected, FollowUp or NotMade.</param>
/// <param name="On">When the record was made; null when none was.</param>
/// <param name="Codes">Codes of the publicity system with their meaning as printed; empty when the officers gave none.</param>
internal sealed record PublicResult(string Word, DateTimeOffset? On, IReadOnlyList<ResultCode> Codes)
{
    /// <summary>The result of a task; null while it is not certain: not inspected, or the record not signed by both officers.</summary>
    public static PublicResult? Of(InspectionTask task, ResultCodes codes)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(codes);
        var word = task.State switch
        {
            TaskState.Closed when task.Order is not null => "Corrected",
            TaskState.Closed => task.Entries.Any(entry => entry.Answer == CheckAnswer.NonConform) ? "CorrectedOnSpot" : "NoProblem",
            TaskState.Rectifying or TaskState.Rechecked => "Ordered",
            TaskState.CaseClue or TaskState.Escalated => "FollowUp",
            TaskState.Terminated => "NotMade",
            _ => null,
        };
        return word is null ? null
            : new PublicResult(word, task.RecordedAt, task is { CheckType: { } type, ResultCodes: { } given } && codes.Read(type, given).TryGet(out var read, out _) ? read : []);
    }
}
