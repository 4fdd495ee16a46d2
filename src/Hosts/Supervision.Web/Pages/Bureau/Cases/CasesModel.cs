using Supervision.Cases;
using Supervision.Registry;
using Supervision.Time;

namespace Supervision.Web.Pages.Bureau.Cases;

/// <summary>The cases of the agency, archived ones too, a page at a time.</summary>
internal sealed class CasesModel(AuthorityClock clock, CaseLaw law) : ActingPage
{
    private const int PageSize = 50;

    public DateOnly Today => clock.Today;

    /// <summary>The state that was asked for; null for all.</summary>
    public CaseState? State { get; private set; }

    public IReadOnlyList<CaseRow> Rows { get; private set; } = [];

    /// <summary>Address of the next page, or null.</summary>
    public string? Next { get; private set; }

    public async Task OnGetAsync(CaseState? state, string? after, CancellationToken cancellationToken)
    {
        State = state;
        var query = new CaseQuery { AgencyId = Actor.AgencyId, State = state, AfterId = after, Limit = PageSize };
        var cases = await Reading<ICaseStore>().ListPageAsync(query, cancellationToken);
        Rows = await CaseRow.OfAsync(cases, Reading<ISubjectStore>(), law, cancellationToken);
        Next = cases.Count == PageSize ? $"/bureau/cases?state={state}&after={Uri.EscapeDataString(cases[^1].Id)}" : null;
    }
}
