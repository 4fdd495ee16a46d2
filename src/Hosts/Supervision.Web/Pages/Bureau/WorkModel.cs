using Supervision.Cases;
using Supervision.Inspections;
using Supervision.Registry;
using Supervision.Time;

namespace Supervision.Web.Pages.Bureau;

/// <summary>Where an officer starts: what the agency has to do, overdue first.</summary>
internal sealed class WorkModel(AuthorityClock clock, CaseLaw law) : ActingPage
{
    private const int MostTasks = 100;
    private const int MostCases = 1_000;

    public DateOnly Today => clock.Today;

    /// <summary>What is due, overdue first, then by the last day.</summary>
    public IReadOnlyList<WorkItem> Items { get; private set; } = [];

    /// <summary>Whether there is more than the page holds.</summary>
    public bool HasMore { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var tasks = await Reading<ITaskStore>().ListAsync(new TaskQuery { AgencyId = Actor.AgencyId, Limit = MostTasks }, cancellationToken);
        var cases = (await Reading<ICaseStore>().ListOpenAsync(null, MostCases, cancellationToken)).Where(one => one.AgencyId == Actor.AgencyId).ToList();
        var subjects = await Reading<ISubjectStore>().FindAllAsync(
            [.. tasks.Select(task => task.SubjectId).Concat(cases.Select(one => one.SubjectId)).Distinct(StringComparer.Ordinal).Take(MostCases)], cancellationToken);
        HasMore = tasks.Count == MostTasks || cases.Count == MostCases;
        Items =
        [
            .. tasks.Select(task => new WorkItem("task", task.Id, Name(subjects, task.SubjectId), task.DueOn, $"task.state.{task.State}", task.DueOn < Today))
                .Concat(cases.Select(one => Of(one, subjects)).OfType<WorkItem>())
                .OrderByDescending(item => item.IsOverdue).ThenBy(item => item.Due ?? DateOnly.MaxValue).ThenBy(item => item.Id, StringComparer.Ordinal),
        ];
    }

    private WorkItem? Of(PenaltyCase one, IReadOnlyDictionary<string, Subject> subjects)
    {
        var next = CaseDeadlines.Of(one, law, subjects.GetValueOrDefault(one.SubjectId)?.Kind ?? SubjectKind.Enterprise)
            .Where(deadline => deadline.IsOpen).OrderBy(deadline => deadline.Due ?? DateOnly.MaxValue).FirstOrDefault();
        return next is null ? null : new WorkItem("case", one.Id, Name(subjects, one.SubjectId), next.Due, $"case.clock.{next.Kind}", next.IsOverdueOn(Today));
    }

    private static string Name(IReadOnlyDictionary<string, Subject> subjects, string id) => subjects.GetValueOrDefault(id)?.Name ?? id;
}
