using Supervision.Cases;
using Supervision.Hosting.Wording;
using Supervision.Inspections;
using Supervision.Matters;
using Supervision.Registry;
using Supervision.Time;
using Supervision.Web.Localization;
using Supervision.Web.Pages.Bureau.Cases;

namespace Supervision.Web.Pages.Bureau;

/// <summary>Where an officer starts: what the agency has to do, overdue first.</summary>
internal sealed class WorkModel(AuthorityClock clock, MatterClocks clocks, CaseLaw law, WebTexts texts) : ActingPage
{
    private const int MostTasks = 100;
    private const int MostCases = 100;
    private const int MostMatters = 200;
    private const int MostItems = 200;

    public DateOnly Today => clock.Today;

    /// <summary>What is due, overdue first, then by the last day; no more than a page holds.</summary>
    public IReadOnlyList<WorkItem> Items { get; private set; } = [];

    /// <summary>Whether there is more than the page holds.</summary>
    public bool HasMore { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await ReadAgenciesAsync([Actor.AgencyId], cancellationToken);
        var tasks = await Reading<ITaskStore>().ListOpenAsync(Actor.AgencyId, MostTasks, cancellationToken);
        var handled = await Reading<ICaseStore>().ListDueAsync(Actor.AgencyId, MostCases, cancellationToken);
        var cases = await CaseRow.OfAsync(handled, Reading<ISubjectStore>(), law, cancellationToken);
        List<WorkItem> due =
        [
            .. tasks.Select(task => new WorkItem(
                "task", task.Id, AddressOf("tasks", task.Id), task.SubjectName ?? task.SubjectId, task.Due, texts[$"task.state.{task.State}"], task.Due < Today)),
            .. from row in cases
               let next = row.Next
               where next is not null
               select new WorkItem("case", row.Case.Id, AddressOf("cases", row.Case.Id), row.Party, next.Due, texts[$"case.deadline.{next.Kind}"], next.IsOverdueOn(Today)),
        ];
        var waiting = new MatterQuery { AgencyId = Actor.AgencyId, IsWaiting = true, Limit = MostMatters };
        var matters = await Reading<IMatterStore>().ListAsync(waiting, cancellationToken);
        due.AddRange(matters.Select(matter => new WorkItem(
            WordOf(matter.Kind), matter.Id, matter.Kind == MatterKind.Receipt ? "/bureau/receipts" : AddressOf("matters", matter.Id),
            MatterWords.TitleOf(matter, texts.Culture), MatterDue.LastDay(matter, clocks), MatterWords.StateOf(matter.Kind, matter.State, texts.Culture), matter.IsOverdueAt(clock.Now))));
        HasMore = tasks.Count == MostTasks || handled.Count == MostCases || matters.Count == MostMatters || due.Count > MostItems;
        Items =
        [
            .. due.OrderByDescending(item => item.IsOverdue).ThenBy(item => item.Due ?? DateOnly.MaxValue).ThenBy(item => item.Id, StringComparer.Ordinal)
                .Take(MostItems),
        ];
    }

    private static string AddressOf(string list, string id) => $"/bureau/{list}/{Uri.EscapeDataString(id)}";

    // The word that the list has for a kind.
    private static string WordOf(MatterKind kind) => kind switch
    {
        MatterKind.PointNotice => "notice",
        MatterKind.ListEntry => "list",
        _ => kind.ToString().ToLowerInvariant(),
    };
}
