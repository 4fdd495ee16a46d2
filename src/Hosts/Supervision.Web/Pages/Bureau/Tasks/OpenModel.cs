using Microsoft.AspNetCore.Mvc;
using Supervision.Catalog;
using Supervision.Inspections;
using Supervision.Registry;
using Supervision.Web.Pages.Bureau.Cases;

namespace Supervision.Web.Pages.Bureau.Tasks;

/// <summary>Opens a task without a draw, where a provision lets it: a complaint, a look-back, an order from above.</summary>
internal sealed class OpenModel : ActingPage
{
    /// <summary>What a person may choose: a draw, a warning, an event and a promise open theirs by themselves.</summary>
    public static IReadOnlyList<TaskSource> Sources { get; } =
        [TaskSource.Complaint, TaskSource.Immediate, TaskSource.LookBack, TaskSource.SuperiorOrder, TaskSource.Warning, TaskSource.Coordination];

    public OpenForm Form { get; private set; } = new();

    public IReadOnlyList<SupervisionItem> Items { get; private set; } = [];

    /// <summary>Officers of the agency.</summary>
    public IReadOnlyList<Officer> Officers { get; private set; } = [];

    public Task OnGetAsync([FromQuery] OpenForm form, CancellationToken cancellationToken)
    {
        Form = form;
        ModelState.Clear(); // a link may fill in a part
        return ReadAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(OpenForm form, CancellationToken cancellationToken)
    {
        Form = form;
        var request = new TaskRequest(
            form.Source, (form.Reference ?? "").Trim(), (form.Subject ?? "").Trim(), form.Item ?? "", Actor.AgencyId, CaseForm.SplitIds(form.Officers), form.DueOn);
        if (!RefuseForm() && await ActAsync<OpenTask, InspectionTask>(open => open.RunAsync(request, Actor, cancellationToken)) is { } task)
        {
            return Redirect($"/bureau/tasks/{Uri.EscapeDataString(task.Id)}");
        }

        await ReadAsync(cancellationToken);
        return Page();
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        Items = [.. (await Reading<ICatalogStore>().ListItemsAsync(cancellationToken)).Where(item => item.ChecklistId is not null)];
        Officers = await Reading<IOfficerStore>().ListOfAgencyAsync(Actor.AgencyId, cancellationToken);
    }
}
