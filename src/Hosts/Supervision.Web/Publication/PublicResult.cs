using Supervision.Inspections;

namespace Supervision.Web.Publication;

/// <summary>What came of one inspection, as the public may read it: what was found in a word, not what it was. Immutable.</summary>
/// <remarks>
/// The result is public within 20 working days, with its handling (domain.md 7.1); of a clue no law that we have read says that it is. A suspicion is no handling yet: whether a case is filed is
/// decided within 15 working days (市场监督管理行政处罚程序规定 art. 18), the penalty is public by its decision (行政处罚法 art. 48), and inspectors may not disclose matters of an inspection
/// against the rules (食品生产经营监督检查管理办法 art. 46). So a clue reads as any record with an open fault does, signed and not yet handled: a fault was found. That it became a clue, and codes that would
/// name the violation, are not told; nor is it told after an order that a recheck failed. The wording 发现问题待后续处理 of the national system is unverified, and would tell it.
/// </remarks>
/// <param name="Word">NoProblem, CorrectedOnSpot, Found, Ordered, Corrected or NotMade.</param>
/// <param name="On">When the record was made; null when none was.</param>
/// <param name="Codes">Codes of the publicity system with their meaning as printed; empty when the officers gave none, and with Found.</param>
internal sealed record PublicResult(string Word, DateTimeOffset? On, IReadOnlyList<ResultCode> Codes)
{
    private const string Found = "Found";

    /// <summary>The result of a task; null while it is not certain: not inspected, or the record not signed by both officers.</summary>
    public static PublicResult? Of(InspectionTask task, ResultCodes codes)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(codes);
        var word = task.State switch
        {
            TaskState.Closed when task.Order is not null => "Corrected",
            TaskState.Closed => task.Entries.Any(entry => entry.Answer == CheckAnswer.NonConform) ? "CorrectedOnSpot" : "NoProblem",
            TaskState.Rectifying or TaskState.Rechecked or TaskState.Escalated => "Ordered",
            TaskState.Recorded when IsSigned(task) && task.Entries.Any(entry => entry.Answer == CheckAnswer.NonConform && !entry.CorrectedOnSpot) => Found,
            TaskState.CaseClue => Found,
            TaskState.Terminated => "NotMade",
            _ => null,
        };
        return word is null ? null
            : new PublicResult(word, task.RecordedAt, word != Found && task is { CheckType: { } type, ResultCodes: { } given } && codes.Read(type, given).TryGet(out var read, out _) ? read : []);
    }

    private static bool IsSigned(InspectionTask task) => task.OfficerSignatures.Select(signature => signature.OfficerId).Distinct(StringComparer.Ordinal).Count() >= 2;
}
