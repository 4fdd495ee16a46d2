using System.Text.Json;
using Supervision.Audit;
using Supervision.Cases;
using Supervision.Credit;
using Supervision.Inspections;
using Supervision.Matters;

namespace Supervision.Dossiers;

/// <summary>
/// Shows records as they stood on one day, by what had been recorded at the end of another. When something became known is what the journal
/// says of its key; where the journal is silent, the day on which it happened. Pure.
/// </summary>
internal sealed class DossierLens(DateOnly asOf, DateOnly knownOn, Func<DateTimeOffset, DateOnly> dateOf, IEnumerable<JournalEntry> journal)
{
    private readonly ILookup<string, JournalEntry> _journal = journal.ToLookup(entry => entry.Record.Key, StringComparer.Ordinal);

    // A state is where a thing stood on the one day, told by the end of the other: whichever comes first.
    private DateOnly Earlier => asOf < knownOn ? asOf : knownOn;

    public IEnumerable<DossierVisit> Visits(IEnumerable<InspectionTask> tasks) => tasks.Select(Visit).OfType<DossierVisit>();

    public IEnumerable<Finding> Findings(IEnumerable<Finding> findings) =>
        findings.Where(finding => finding.FoundOn <= asOf && KnewOf(finding.Id, finding.FoundOn));

    public IEnumerable<CreditEvent> CreditEvents(IEnumerable<CreditEvent> events) =>
        events.Where(one => one.OccurredOn <= asOf && KnewOf(one.Id, one.OccurredOn));

    public IEnumerable<PenaltyCase> Cases(IEnumerable<PenaltyCase> cases) =>
        from one in cases
        where one.Clue.ReceivedOn <= asOf && KnewOf(one.Id, one.Clue.ReceivedOn)
        let steps = one.Steps.TakeWhile(step => step.Entry.On <= asOf && dateOf(step.RecordedAt) <= knownOn).ToList()
        select steps.Count == one.Steps.Count ? one : PenaltyCase.Replay(one.Id, one.AgencyId, one.SubjectId, one.Clue, steps);

    public IEnumerable<DossierMatter> Matters(IEnumerable<Matter> matters) =>
        from matter in matters
        where dateOf(matter.OpenedAt) <= asOf && KnewOf(matter.Id, dateOf(matter.OpenedAt))
        let steps = matter.Steps.TakeWhile(step => dateOf(step.Entry.At) <= asOf && dateOf(step.RecordedAt) <= knownOn).ToList()
        select new DossierMatter(
            matter.Id, matter.Kind, matter.Category, matter.Title, matter.OriginAgencyId, matter.OpenedAt,
            steps.Count == matter.Steps.Count ? matter.State : matter.Steps[steps.Count].From, steps);

    private DossierVisit? Visit(InspectionTask task)
    {
        var known = _journal[task.Id].ToList();
        if (known.Count > 0 && dateOf(known[0].Record.At) > Earlier)
        {
            return null;
        }

        var recordedAt = task.RecordedAt is { } at && dateOf(at) <= asOf && Recorded(known, at) <= knownOn ? task.RecordedAt : null;
        return new DossierVisit(
            task.Id, task.AgencyId, task.ItemCode, task.Source, task.DrawId, task.SourceReference, task.SourceBasis, OfficersOf(task, known), task.DueOn,
            StateOf(task, known), recordedAt, recordedAt is null ? null : task.ResultCodes);
    }

    private TaskState StateOf(InspectionTask task, List<JournalEntry> known)
    {
        var state = known.Count == 0 || known.All(entry => dateOf(entry.Record.At) <= Earlier) ? task.State : TaskState.Assigned;
        if (state == task.State)
        {
            return state;
        }

        foreach (var entry in known.TakeWhile(entry => dateOf(entry.Record.At) <= Earlier))
        {
            state = Named(entry) ?? state;
        }

        return state;
    }

    // Those of today, with what the journal says of later changes taken back, the last one first.
    private IReadOnlyList<string> OfficersOf(InspectionTask task, List<JournalEntry> known)
    {
        IReadOnlyList<string> officers = task.OfficerIds;
        var place = TaskSlot.Of(task.Id);
        var changes = place == task.Id ? known : [.. known, .. _journal[place].Where(entry => entry.Record.Type == TaskJournal.RedrawnType)];
        foreach (var entry in changes.Where(entry => dateOf(entry.Record.At) > Earlier).OrderByDescending(entry => entry.Index))
        {
            using var payload = JsonDocument.Parse(entry.Record.Payload);
            officers = entry.Record.Type switch
            {
                TaskJournal.AssignedType => [],
                TaskJournal.RedrawnType =>
                    [.. officers.Select(id => id == Member(payload, "newcomer") ? Member(payload, "left") : id)],
                _ => officers,
            };
        }

        return officers;
    }

    private static string Member(JsonDocument payload, string name) => payload.RootElement.GetProperty(name).GetString()!;

    // The record may be handed in days after it was made on site.
    private DateOnly Recorded(List<JournalEntry> known, DateTimeOffset madeAt) =>
        known.FirstOrDefault(entry => Named(entry) is TaskState.Recorded or TaskState.Rectifying or TaskState.Closed or TaskState.CaseClue) is { } entry
            ? dateOf(entry.Record.At)
            : dateOf(madeAt);

    private static TaskState? Named(JournalEntry entry)
    {
        using var payload = JsonDocument.Parse(entry.Record.Payload);
        return payload.RootElement.TryGetProperty("state", out var state) && Enum.TryParse<TaskState>(state.GetString(), out var named) ? named : null;
    }

    private bool KnewOf(string key, DateOnly happenedOn) =>
        (_journal[key].FirstOrDefault() is { } first ? dateOf(first.Record.At) : happenedOn) <= knownOn;
}
