using Supervision.Inspections;
using Supervision.Registry;
using Supervision.Time;

namespace Supervision.Web.Pages.Bureau.Tasks;

/// <summary>The tasks board of the agency: what is not finished, by where it stands, the earliest last day first.</summary>
internal sealed class TasksModel(AuthorityClock clock) : ActingPage
{
    private const int MostShown = 200;

    public DateOnly Today => clock.Today;

    /// <summary>What was asked for: one driver, one officer; null for all.</summary>
    public TaskSource? Source { get; private set; }

    public string Officer { get; private set; } = "";

    /// <summary>The columns of the board; states without a task are left out.</summary>
    public IReadOnlyList<IGrouping<TaskState, InspectionTask>> Columns { get; private set; } = [];

    public IReadOnlyDictionary<string, Subject> Subjects { get; private set; } = new Dictionary<string, Subject>(StringComparer.Ordinal);

    public int Count { get; private set; }

    public bool HasMore { get; private set; }

    public async Task OnGetAsync(TaskSource? source, string? officer, CancellationToken cancellationToken)
    {
        (Source, Officer) = (source, (officer ?? "").Trim());
        var query = new TaskQuery { AgencyId = Actor.AgencyId, Source = source, OfficerId = Officer.Length > 0 ? Officer : null, Limit = MostShown };
        var tasks = await Reading<ITaskStore>().ListAsync(query, cancellationToken);
        (Count, HasMore) = (tasks.Count, tasks.Count == MostShown);
        Columns = [.. tasks.OrderBy(task => task.NextDue).ThenBy(task => task.Id, StringComparer.Ordinal).GroupBy(task => task.State).OrderBy(column => column.Key)];
        Subjects = await Reading<ISubjectStore>().FindAllAsync([.. tasks.Select(task => task.SubjectId).Distinct(StringComparer.Ordinal)], cancellationToken);
    }

    /// <summary>Name of the subject; its id when the register does not show it.</summary>
    public string NameOf(string subject) => Subjects.GetValueOrDefault(subject)?.Name ?? subject;
}
