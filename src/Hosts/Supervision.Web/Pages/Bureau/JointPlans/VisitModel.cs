using Microsoft.AspNetCore.Mvc;
using Supervision.Catalog;
using Supervision.Coordination;
using Supervision.Registry;

namespace Supervision.Web.Pages.Bureau.JointPlans;

/// <summary>One joint visit: who comes for what, and the one form with who checks each line and whom it is for.</summary>
internal sealed class VisitModel : ActingPage
{
    public PlannedVisit Planned { get; private set; } = null!;

    public string Subject { get; private set; } = "";

    /// <summary>Names of the items that are checked, by code.</summary>
    public IReadOnlyDictionary<string, string> Items { get; private set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Null when the form cannot be made or the reader has no duty in it; the page says why.</summary>
    public JointForm? Form { get; private set; }

    public async Task<IActionResult> OnGetAsync(string id, int number, CancellationToken cancellationToken)
    {
        if (await Reading<IJointPlanStore>().FindVisitAsync(id, number, cancellationToken) is not { } planned)
        {
            return NotFound();
        }

        Planned = planned;
        await ReadAgenciesAsync([planned.Visit.LeadAgencyId, .. planned.Visit.Checks.Select(check => check.AgencyId), .. planned.Visit.Attendances.Keys], cancellationToken);
        Subject = (await Reading<ISubjectStore>().FindAsync(planned.Visit.SubjectId, cancellationToken))?.Name ?? planned.Visit.SubjectId;
        Items = (await Reading<ICatalogStore>().ListItemsAsync(cancellationToken)).ToDictionary(item => item.Code, item => item.Name, StringComparer.Ordinal);
        Form = await ActAsync<ShowJointForm, JointForm>(show => show.RunAsync(id, number, cancellationToken));
        return Page();
    }
}
