using Microsoft.AspNetCore.Mvc;
using Supervision.Coordination;
using Supervision.Time;
using Supervision.Web.Pages.Bureau.Plans;

namespace Supervision.Web.Pages.Bureau.JointPlans;

/// <summary>The joint plans that the agency takes part in, and a form that merges yearly plans and keeps the result for somebody else's approval.</summary>
[RequestSizeLimit(MergeModel.MostBytes)]
internal sealed class JointPlansModel(AuthorityClock clock) : ActingPage
{
    private const int PageSize = 50;

    public IReadOnlyList<JointPlan> Plans { get; private set; } = [];

    /// <summary>Address of the next page, or null.</summary>
    public string? Next { get; private set; }

    /// <summary>What was typed.</summary>
    public (string Id, int Year) Typed { get; private set; }

    public Task OnGetAsync(string? after, CancellationToken cancellationToken)
    {
        Typed = ("", clock.Today.Year);
        return ReadAsync(after, cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(string? id, int year, IReadOnlyList<IFormFile> plans, IFormFile? rules, CancellationToken cancellationToken)
    {
        Typed = ((id ?? "").Trim(), year);
        var plan = RefuseForm() ? null : await ActAsync<ProposeJointPlan, JointPlan>(async propose =>
            await propose.RunAsync(Typed.Id, year, MergeModel.PlansOf(plans), MergeModel.RulesOf(rules), Actor, cancellationToken));
        if (plan is not null)
        {
            return Redirect($"/bureau/joint-plans/{Uri.EscapeDataString(plan.Id)}");
        }

        await ReadAsync(null, cancellationToken);
        return Page();
    }

    private async Task ReadAsync(string? after, CancellationToken cancellationToken)
    {
        Plans = await Reading<IJointPlanStore>().ListAsync(after, PageSize, cancellationToken);
        await ReadAgenciesAsync(Plans.SelectMany(plan => plan.Partners), cancellationToken);
        Next = Plans.Count == PageSize ? $"/bureau/joint-plans?after={Uri.EscapeDataString(Plans[^1].Id)}" : null;
    }
}
