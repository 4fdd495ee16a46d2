using Microsoft.AspNetCore.Mvc;
using Supervision.Cases;
using Supervision.Documents;
using Supervision.Registry;
using Supervision.Time;
using Supervision.Web.Documents;

namespace Supervision.Web.Pages.Bureau.Cases;

/// <summary>One case: its steps, and its clocks with how each was counted. What belongs to another agency is not there.</summary>
internal sealed class CaseModel(AuthorityClock clock, CaseLaw law) : ActingPage
{
    public DateOnly Today => clock.Today;

    public PenaltyCase Case { get; private set; } = null!;

    public Subject? Party { get; private set; }

    /// <summary>Overdue ones first, then by the last day.</summary>
    public IReadOnlyList<CaseDeadline> Clocks { get; private set; } = [];

    public IReadOnlyList<IssuedDocument> Documents { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellationToken)
    {
        if (await Reading<ICaseStore>().FindAsync(id, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        Case = found;
        Party = await Reading<ISubjectStore>().FindAsync(found.SubjectId, cancellationToken);
        Clocks =
        [
            .. CaseDeadlines.Of(found, law, Party?.Kind ?? SubjectKind.Enterprise)
                .OrderByDescending(deadline => deadline.IsOverdueOn(Today)).ThenBy(deadline => deadline.Due ?? DateOnly.MaxValue),
        ];
        Documents = await DocumentsOf.ReadAsync(Reading<IDocumentStore>(), id, cancellationToken);
        return Page();
    }

    /// <summary>Key of the text that says how a clock stands.</summary>
    public string StatusOf(CaseDeadline deadline) =>
        deadline.MetOn is not null ? deadline.WasLate ? "case.late" : "case.met"
        : deadline.IsOverdueOn(Today) ? "work.overdue"
        : deadline.PausedSince is not null ? "case.paused"
        : deadline.IsRight ? "case.right" : "case.open";
}
