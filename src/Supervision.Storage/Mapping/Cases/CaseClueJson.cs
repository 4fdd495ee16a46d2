using Supervision.Cases;

namespace Supervision.Storage.Mapping.Cases;

internal sealed record CaseClueJson(
    int Source, string ReceivedOn, string ViolationOn, string Facts, string? TaskId, IReadOnlyList<string>? FindingIds, bool HarmsLifeOrHealth,
    bool PartyIsMinor)
{
    public static CaseClueJson Of(CaseClue clue) => new(
        (int)clue.Source, Stored.Date(clue.ReceivedOn), Stored.Date(clue.ViolationOn), clue.Facts, clue.TaskId, clue.FindingIds,
        clue.HarmsLifeOrHealth, clue.PartyIsMinor);

    public CaseClue ToClue(string actId) => new()
    {
        Source = (ClueSource)Source, ReceivedOn = Stored.ToDate(ReceivedOn), ActId = actId, ViolationOn = Stored.ToDate(ViolationOn),
        Facts = Facts, TaskId = TaskId, FindingIds = FindingIds ?? [], HarmsLifeOrHealth = HarmsLifeOrHealth, PartyIsMinor = PartyIsMinor,
    };
}
