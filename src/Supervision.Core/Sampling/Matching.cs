namespace Supervision.Sampling;

/// <summary>The result of matching officers with tasks. As many slots are filled as any matching can fill. Immutable.</summary>
/// <param name="Teams">One team a task, by task id bytes.</param>
/// <param name="GreedyShort">Slots that were empty before the search for exchanges.</param>
/// <param name="Unassigned">The task id once for each slot that stays empty, by task id bytes.</param>
/// <param name="Infeasible">
/// The Hall certificate: <c>taskId/Q</c> (a qualified officer is wanted) or <c>taskId/N</c> (any officer), sorted by
/// bytes. These tasks together want more officers than there are. Empty when every slot is filled.
/// </param>
public sealed record Matching(
    IReadOnlyList<MatchTeam> Teams,
    int GreedyShort,
    IReadOnlyList<string> Unassigned,
    IReadOnlyList<string> Infeasible);
