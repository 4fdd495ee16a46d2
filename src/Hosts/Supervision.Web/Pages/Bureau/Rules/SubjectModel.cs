using Microsoft.AspNetCore.Mvc;
using Supervision.Credit;
using Supervision.Registry;
using Supervision.Rules.Publishing;
using Supervision.Web.Studio;

namespace Supervision.Web.Pages.Bureau.Rules;

/// <summary>Why a subject has the score and grade that it has today.</summary>
internal sealed class SubjectModel(HostPacks shipped, LiveRulePacks live, ICreditPolicy credit) : RulesPage(shipped, live)
{
    public Subject Found { get; private set; } = null!;

    public CreditDecision Decision { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string? id)
    {
        if (id is not { Length: > 0 } || await Reading<ISubjectStore>().FindAsync(id.Trim(), HttpContext.RequestAborted) is not { } subject)
        {
            return NotFound();
        }

        Found = subject;
        Decision = credit.Evaluate(await Reading<ICreditEventStore>().FindAsync(subject.Id, HttpContext.RequestAborted), Today);
        return Page();
    }
}
