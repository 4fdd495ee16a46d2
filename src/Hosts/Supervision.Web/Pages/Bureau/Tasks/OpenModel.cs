using Microsoft.AspNetCore.Mvc;
using Supervision.Catalog;
using Supervision.Inspections;
using Supervision.Registry;
using Supervision.Time;

namespace Supervision.Web.Pages.Bureau.Tasks;

/// <summary>Opens a task without a draw, where a provision lets it: a complaint, a look-back, an order from above.</summary>
internal sealed class OpenModel(AuthorityClock clock) : ActingPage
{
    /// <summary>What a person may choose: a draw, a warning, an event and a promise open theirs by themselves.</summary>
    public static IReadOnlyList<TaskSource> Sources { get; } =
        [TaskSource.Complaint, TaskSource.Immediate, TaskSource.LookBack, TaskSource.SuperiorOrder, TaskSource.Warning, TaskSource.Coordination];

    public OpenForm Form { get; private set; } = new();

    public IReadOnlyList<SupervisionItem> Items { get; private set; } = [];

    public OfficerPick Officers { get; private set; } = OfficerPick.None;

    public Task OnGetAsync([FromQuery] OpenForm form, CancellationToken cancellationToken)
    {
        Form = form;
        ModelState.Clear(); // a link may fill in a part
        return ReadAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(OpenForm form, CancellationToken cancellationToken)
    {
        Form = form;
        await ReadAsync(cancellationToken);
        if (RefuseForm() || (!Officers.Ids().TryGet(out var officers, out var unclear) && Refuse(unclear)))
        {
            return Page();
        }

        var request = new TaskRequest(
            form.Source, (form.Reference ?? "").Trim(), (form.Subject ?? "").Trim(), form.Item ?? "", Actor.AgencyId, officers!, form.DueOn);
        return await ActAsync<OpenTask, InspectionTask>(open => open.RunAsync(request, Actor, cancellationToken)) is { } task
            ? Redirect($"/bureau/tasks/{Uri.EscapeDataString(task.Id)}")
            : Page();
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        Items = [.. (await Reading<ICatalogStore>().ListItemsAsync(cancellationToken)).Where(item => item.ChecklistId is not null)];
        Officers = await OfficerPick.OfAsync(Reading<IOfficerStore>(), [Actor.AgencyId], Form.Officers, 2, 4, clock.Today, cancellationToken);
    }
}
