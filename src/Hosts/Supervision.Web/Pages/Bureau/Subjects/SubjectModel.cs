using Microsoft.AspNetCore.Mvc;
using Supervision.Cases;
using Supervision.Inspections;
using Supervision.Registry;
using Supervision.Risk;
using Supervision.Time;
using Supervision.Web.Pages.Bureau.Cases;

namespace Supervision.Web.Pages.Bureau.Subjects;

/// <summary>One subject: what the register says of it, how it stands, its inspections and its cases as far as the reader may see them.</summary>
internal sealed class SubjectModel(AuthorityClock clock, CaseLaw law) : ActingPage
{
    private const int Shown = 50;

    public DateOnly Today => clock.Today;

    public Subject Subject { get; private set; } = null!;

    /// <summary>Null while the subject was never weighed.</summary>
    public SubjectStanding? Standing { get; private set; }

    /// <summary>The first ones by their last day, finished ones too.</summary>
    public IReadOnlyList<InspectionTask> Tasks { get; private set; } = [];

    public IReadOnlyList<CaseRow> Cases { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellationToken)
    {
        if (await Reading<ISubjectStore>().FindAsync(id, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        Subject = found;
        Standing = await Reading<IStandingStore>().FindAsync(id, cancellationToken);
        Tasks = await Reading<ITaskStore>().ListAsync(new TaskQuery { SubjectId = id, IncludesFinished = true, Limit = Shown }, cancellationToken);
        var cases = await Reading<ICaseStore>().ListBySubjectAsync(id, cancellationToken);
        Cases = await CaseRow.OfAsync(cases, Reading<ISubjectStore>(), law, cancellationToken);
        return Page();
    }
}
