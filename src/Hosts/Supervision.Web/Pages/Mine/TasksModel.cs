using Supervision.Matters;
using Supervision.Time;
using Supervision.Web.SignIn;

namespace Supervision.Web.Pages.Mine;

/// <summary>The self-governance tasks of the subject: self-checks, reports, studies and exams, those to be done first.</summary>
internal sealed class TasksModel(OwnMatters own, AuthorityClock clock) : MinePage(own, clock)
{
    public IReadOnlyList<Matter> Tasks { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Tasks = [.. (await Own.ListAsync(MatterKind.SelfTask, cancellationToken)).OrderBy(task => task.State).ThenBy(task => task.Fact("dueOn"), StringComparer.Ordinal)];
}
