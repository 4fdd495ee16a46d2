using Microsoft.AspNetCore.Mvc;
using Supervision.Catalog;
using Supervision.Documents;
using Supervision.Inspections;
using Supervision.Registry;
using Supervision.Web.Documents;

namespace Supervision.Web.Pages.Bureau.Tasks;

/// <summary>One inspection task: who goes where for what, what was recorded, and its documents.</summary>
internal sealed class TaskModel : ActingPage
{
    public InspectionTask Task { get; private set; } = null!;

    public string Subject { get; private set; } = "";

    public string Item { get; private set; } = "";

    /// <summary>Names of the officers with their ids.</summary>
    public IReadOnlyList<string> Officers { get; private set; } = [];

    /// <summary>Text of a point of the checklist; its id when the checklist is not there any more.</summary>
    public Func<string, string> PointText { get; private set; } = id => id;

    public IReadOnlyList<IssuedDocument> Documents { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellationToken)
    {
        if (await Reading<ITaskStore>().FindAsync(id, cancellationToken) is not { } task)
        {
            return NotFound();
        }

        Task = task;
        Subject = (await Reading<ISubjectStore>().FindAsync(task.SubjectId, cancellationToken))?.Name ?? task.SubjectId;
        var catalogue = Reading<ICatalogStore>();
        Item = (await catalogue.FindItemAsync(task.ItemCode, cancellationToken))?.Name ?? task.ItemCode;
        var checklist = await catalogue.FindChecklistAsync(task.Checklist.Id, task.Checklist.Version, cancellationToken);
        PointText = point => checklist?.Find(point)?.Text ?? point;
        var names = (await Reading<IOfficerStore>().FindOfficersAsync(task.OfficerIds, cancellationToken)).ToDictionary(officer => officer.Id, officer => officer.Name, StringComparer.Ordinal);
        Officers = [.. task.OfficerIds.Select(officer => $"{names.GetValueOrDefault(officer, "")} {officer}".Trim())];
        Documents = await DocumentsOf.ReadAsync(Reading<IDocumentStore>(), id, cancellationToken);
        return Page();
    }
}
