using Supervision.Inspections;

namespace Supervision.Web.Api;

/// <summary>What handing in operations gave.</summary>
/// <param name="Added">Operations that were new.</param>
/// <param name="Answers">Answers that stand.</param>
/// <param name="Conflicts">Points at which devices differ, for somebody to choose.</param>
internal sealed record MergedOperations(int Added, IReadOnlyList<CheckEntry> Answers, IReadOnlyList<AnswerConflict> Conflicts);
