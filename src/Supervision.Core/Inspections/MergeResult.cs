namespace Supervision.Inspections;

/// <summary>What a merge of offline operations gave.</summary>
/// <param name="Log">The log with everything.</param>
/// <param name="Added">Operations that were new.</param>
/// <param name="Answers">Answers that stand.</param>
/// <param name="Conflicts">Points whose answers differ between devices.</param>
public sealed record MergeResult(
    OperationLog Log, int Added, IReadOnlyList<CheckEntry> Answers, IReadOnlyList<AnswerConflict> Conflicts);
