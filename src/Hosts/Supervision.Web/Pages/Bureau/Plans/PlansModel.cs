using Microsoft.AspNetCore.Mvc;
using Supervision.Catalog;
using Supervision.Registry;
using Supervision.Risk;
using Supervision.Sampling;
using Supervision.Time;

namespace Supervision.Web.Pages.Bureau.Plans;

/// <summary>The inspection plans of the agency; a new one is approved with the ratios of the rule pack in force on its first day.</summary>
internal sealed class PlansModel(IDrawRatioPolicy ratios, AuthorityClock clock) : ActingPage
{
    public IReadOnlyList<InspectionPlan> Plans { get; private set; } = [];

    /// <summary>Items with a checklist in a field of the agency: what a plan may be about.</summary>
    public IReadOnlyList<SupervisionItem> Items { get; private set; } = [];

    /// <summary>Names of the items of the catalogue, by code.</summary>
    public IReadOnlyDictionary<string, string> ItemNames { get; private set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Where the agency acts: a plan is about that, or a part of it.</summary>
    public string Area { get; private set; } = "";

    /// <summary>What was typed; the form shows it again when it was refused.</summary>
    public (string Id, string Name, string Item, string Division, DateOnly From, DateOnly To) Typed { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        Typed = ("", "", "", Area, clock.Today, new DateOnly(clock.Today.Year, 12, 31));
    }

    public async Task<IActionResult> OnPostAsync(
        string? id, string? name, string? item, string? division, DateOnly? from, DateOnly? to, CancellationToken cancellationToken)
    {
        var first = from ?? clock.Today;
        Typed = ((id ?? "").Trim(), (name ?? "").Trim(), item ?? "", (division ?? "").Trim(), first, to ?? first);
        var law = ratios.RatiosOn(first);
        var request = new PlanRequest(
            Typed.Id, Typed.Name, Actor.AgencyId, Typed.Item, Typed.Division, first, Typed.To, law.ToTierRates(), law.MinPerCell, law.CoolDownDays, law.Policy.ToString());
        if (await ActAsync<ApprovePlan, InspectionPlan>(approve => approve.RunAsync(request, Actor, cancellationToken)) is { } plan)
        {
            return Redirect($"/bureau/draws/room?plan={Uri.EscapeDataString(plan.Id)}");
        }

        await ReadAsync(cancellationToken);
        return Page();
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        Plans = await Reading<IDrawStore>().ListPlansAsync(cancellationToken);
        var own = (await Reading<IOfficerStore>().ListAgenciesAsync(cancellationToken)).FirstOrDefault(agency => agency.Id == Actor.AgencyId);
        Area = Actor.DivisionCode.Length > 0 ? Actor.DivisionCode : own?.DivisionCode ?? "";
        var items = await Reading<ICatalogStore>().ListItemsAsync(cancellationToken);
        ItemNames = items.ToDictionary(item => item.Code, item => item.Name, StringComparer.Ordinal);
        Items =
        [
            .. items.Where(item => item.ChecklistId is not null && own?.Fields.Contains(item.Field, StringComparer.Ordinal) is true),
        ];
    }
}
