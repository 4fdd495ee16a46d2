using Microsoft.AspNetCore.Mvc;
using Supervision.Catalog;
using Supervision.Documents;
using Supervision.Inspections;
using Supervision.Registry;
using Supervision.Sampling;
using Supervision.Time;
using Supervision.Web.Api;
using Supervision.Web.DrawRoom;

namespace Supervision.Web.Pages.Bureau.Tasks;

/// <summary>One inspection task: who goes where for what, what was recorded, its documents, and the steps that are possible now.</summary>
[RequestSizeLimit(MostBytes)]
internal sealed class TaskModel(AuthorityClock clock, TaskRules rules, DrawChanges changes) : ActingPage
{
    private const int MostBytes = 16 * 1024 * 1024;

    public DateOnly Today => clock.Today;

    /// <summary>An instant by the authority's clocks.</summary>
    public DateTimeOffset Local(DateTimeOffset instant) => clock.Local(instant);

    public InspectionTask Task { get; private set; } = null!;

    public string Subject { get; private set; } = "";

    public string Item { get; private set; } = "";

    /// <summary>The officers of the task.</summary>
    public IReadOnlyList<(string Id, string Name)> OfficerNames { get; private set; } = [];

    /// <summary>Names of the officers with their ids.</summary>
    public IEnumerable<string> Officers => OfficerNames.Select(officer => $"{officer.Name} {officer.Id}".Trim());

    /// <summary>Text of a point of the checklist; its id when the checklist is not there any more.</summary>
    public Func<string, string> PointText { get; private set; } = id => id;

    public IReadOnlyList<IssuedDocument> Documents { get; private set; } = [];

    /// <summary>What may be done now; empty for whoever has no duty in inspections.</summary>
    public PossibleSteps Steps { get; private set; } = new([], "task", null);

    /// <summary>Whether the reader has a duty in inspections.</summary>
    public bool MayAct => May<AdvanceTask>();

    /// <summary>Whether the reader may open a look-back: there was an order to correct.</summary>
    public bool MayLookBack => Task.Order is not null && May<OpenTask>();

    /// <summary>Whether the reader may have another officer drawn: before the visit, for a task that a draw made.</summary>
    public bool MayRedraw => Task is { DrawId: not null, State: TaskState.Assigned or TaskState.Accepted } && May<RedrawOfficer>();

    /// <summary>Who leaves, why, and who approved it, as typed.</summary>
    public (string Officer, string Reason, string Approver) Leaving { get; private set; } = ("", "", "");

    public TaskForm Form { get; private set; } = new();

    public async Task<IActionResult> OnGetAsync(string id, TaskTrigger? step, CancellationToken cancellationToken) =>
        await FindAsync(id, step, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string id, TaskTrigger step, TaskForm form, CancellationToken cancellationToken)
    {
        Form = form;
        if (!await FindAsync(id, step, cancellationToken))
        {
            return NotFound();
        }

        if (RefuseForm(form.Version == Task.Version))
        {
            return Page();
        }

        var submission = form.Submission(step, Task, Request.Form.Files, Actor, clock.Now, "desk");
        return await ActAsync<AdvanceTask, InspectionTask>(use => use.RunAsync(step, submission, Actor, cancellationToken)) is null
            ? Page()
            : Redirect($"/bureau/tasks/{Uri.EscapeDataString(id)}");
    }

    /// <summary>An officer cannot come: the next one of the draw takes the place.</summary>
    public async Task<IActionResult> OnPostRedrawAsync(string id, string? officer, string? reason, string? approver, CancellationToken cancellationToken)
    {
        Leaving = (officer ?? "", (reason ?? "").Trim(), (approver ?? "").Trim());
        if (!await FindAsync(id, null, cancellationToken) || Task.DrawId is not { } draw)
        {
            return NotFound();
        }

        var who = new OfficerToRedraw(id, Leaving.Officer, Leaving.Reason, Leaving.Approver);
        return await ActAsync<RedrawOfficer, OfficerRedraw[]>(redraw => changes.RedrawAsync(redraw, draw, who, Actor, cancellationToken)) is null
            ? Page()
            : Redirect($"/bureau/tasks/{Uri.EscapeDataString(id)}");
    }

    private async Task<bool> FindAsync(string id, TaskTrigger? chosen, CancellationToken cancellationToken)
    {
        if (await Reading<ITaskStore>().FindAsync(id, cancellationToken) is not { } task)
        {
            return false;
        }

        Task = task;
        Subject = (await Reading<ISubjectStore>().FindAsync(task.SubjectId, cancellationToken))?.Name ?? task.SubjectId;
        var catalogue = Reading<ICatalogStore>();
        Item = (await catalogue.FindItemAsync(task.ItemCode, cancellationToken))?.Name ?? task.ItemCode;
        var checklist = await catalogue.FindChecklistAsync(task.Checklist.Id, task.Checklist.Version, cancellationToken);
        PointText = point => checklist?.Find(point)?.Text ?? point;
        var store = Reading<IOfficerStore>();
        var officers = (await store.FindOfficersAsync(task.OfficerIds, cancellationToken)).ToDictionary(officer => officer.Id, StringComparer.Ordinal);
        OfficerNames = [.. task.OfficerIds.Select(officer => (officer, officers.GetValueOrDefault(officer)?.Name ?? ""))];
        Documents = await Reading<IDocumentStore>().ListOfAsync(id, 1000, cancellationToken);
        if (MayAct && checklist is not null)
        {
            var facts = new TaskFacts(
                task, checklist, Today, [.. task.OfficerIds.Select(officers.GetValueOrDefault).OfType<Officer>()], await store.ListRecusalsAsync(cancellationToken),
                new InspectionSubmission(id, [], [], null, null, null)) { Rules = rules };
            var steps = TaskStepsNow.Of(facts);
            Steps = new PossibleSteps(steps, "task", steps.FirstOrDefault(step => step.NotNow is null && step.Trigger == chosen?.ToString()));
        }

        return true;
    }
}
