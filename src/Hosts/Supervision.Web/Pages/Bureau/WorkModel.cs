using Supervision.Cases;
using Supervision.Hosting.Wording;
using Supervision.Inspections;
using Supervision.Matters;
using Supervision.Registry;
using Supervision.Time;
using Supervision.Web.Localization;
using Supervision.Web.Pages.Bureau.Cases;
using Supervision.Web.Pages.Bureau.Matters;
using Supervision.Web.Pages.Bureau.Tasks;

namespace Supervision.Web.Pages.Bureau;

/// <summary>Where an officer starts: what the agency has to do, overdue first.</summary>
internal sealed class WorkModel(AuthorityClock clock, MatterClocks clocks, CaseLaw law, WebTexts texts) : ActingPage
{
    private const int MostTasks = 100;
    private const int MostCases = 100;
    private const int MostMatters = 50;
    private const int MostItems = 200;

    // Kinds of matters that somebody of the agency has to act on, with the word that the list has for each.
    private static readonly (MatterKind Kind, string Word)[] s_matters =
    [
        (MatterKind.Warning, "warning"), (MatterKind.Event, "event"), (MatterKind.PointNotice, "notice"), (MatterKind.SelfTask, "selftask"),
        (MatterKind.Commitment, "commitment"), (MatterKind.ListEntry, "list"),
    ];

    public DateOnly Today => clock.Today;

    /// <summary>What is due, overdue first, then by the last day; no more than a page holds.</summary>
    public IReadOnlyList<WorkItem> Items { get; private set; } = [];

    /// <summary>Whether there is more than the page holds.</summary>
    public bool HasMore { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await ReadAgenciesAsync([Actor.AgencyId], cancellationToken);
        var subjects = Reading<ISubjectStore>();
        var tasks = await Reading<ITaskStore>().ListAsync(new TaskQuery { AgencyId = Actor.AgencyId, Limit = MostTasks }, cancellationToken);
        var inspected = await subjects.FindAllAsync([.. tasks.Select(task => task.SubjectId).Distinct(StringComparer.Ordinal)], cancellationToken);
        var handled = await Reading<ICaseStore>().ListDueAsync(Actor.AgencyId, MostCases, cancellationToken);
        var cases = await CaseRow.OfAsync(handled, subjects, law, cancellationToken);
        List<WorkItem> due =
        [
            .. tasks.Select(task => new WorkItem(
                "task", task.Id, inspected.GetValueOrDefault(task.SubjectId)?.Name ?? task.SubjectId, TaskDue.Of(task), texts[$"task.state.{task.State}"], TaskDue.Of(task) < Today)),
            .. from row in cases
               let next = row.Next
               where next is not null
               select new WorkItem("case", row.Case.Id, row.Party, next.Due, texts[$"case.deadline.{next.Kind}"], next.IsOverdueOn(Today)),
        ];
        foreach (var (kind, word) in s_matters)
        {
            var query = new MatterQuery { Kind = kind, AgencyId = Actor.AgencyId, IsOpen = true, Limit = MostMatters };
            due.AddRange((await Reading<IMatterStore>().ListAsync(query, cancellationToken)).Where(MattersModel.IsWaiting).Select(matter => new WorkItem(
                word, matter.Id, MatterWords.TitleOf(matter, texts.Culture), MatterDue.LastDay(matter, clocks), MatterWords.StateOf(matter.Kind, matter.State, texts.Culture), matter.IsOverdueAt(clock.Now))));
        }

        HasMore = tasks.Count == MostTasks || handled.Count == MostCases || due.Count > MostItems;
        Items =
        [
            .. due.OrderByDescending(item => item.IsOverdue).ThenBy(item => item.Due ?? DateOnly.MaxValue).ThenBy(item => item.Id, StringComparer.Ordinal)
                .Take(MostItems),
        ];
    }
}
