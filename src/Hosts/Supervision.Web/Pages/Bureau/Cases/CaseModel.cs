using Microsoft.AspNetCore.Mvc;
using Supervision.Cases;
using Supervision.Documents;
using Supervision.Registry;
using Supervision.Time;

namespace Supervision.Web.Pages.Bureau.Cases;

/// <summary>
/// One case: its steps, its clocks with how each was counted, and the steps that are possible now. What belongs to another agency is not
/// there.
/// </summary>
internal sealed class CaseModel(AuthorityClock clock, CaseLaw law) : ActingPage
{
    public DateOnly Today => clock.Today;

    public PenaltyCase Case { get; private set; } = null!;

    public Subject? Party { get; private set; }

    /// <summary>Overdue ones first, then by the last day.</summary>
    public IReadOnlyList<CaseDeadline> Clocks { get; private set; } = [];

    public IReadOnlyList<IssuedDocument> Documents { get; private set; } = [];

    /// <summary>What may be done now; empty for whoever has no duty in cases.</summary>
    public PossibleSteps Steps { get; private set; } = new([], "case", null);

    /// <summary>Whether the reader has a duty in cases.</summary>
    public bool MayAct => May<AdvanceCase>();

    /// <summary>The rules of discretion that a sanction may name today, the one with the highest fine first: of several it is the one applied (行政处罚法 art. 29).</summary>
    public IEnumerable<DiscretionBenchmark> Benchmarks => law.Benchmarks.InForce(Case.Clue.ViolationOn, Today).OrderByDescending(rule => rule.MaxFine);

    public CaseForm Form { get; private set; } = new();

    public async Task<IActionResult> OnGetAsync(string id, CaseTrigger? step, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, step, cancellationToken))
        {
            return NotFound();
        }

        if (Documents.Select(document => document.Facts.Values).FirstOrDefault(values => values.ContainsKey("contact.name")) is { } values)
        {
            (Form.Contact, Form.Phone) = (values["contact.name"], values.GetValueOrDefault("contact.phone"));
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id, CaseTrigger step, CaseForm form, CancellationToken cancellationToken)
    {
        Form = form;
        if (!await FindAsync(id, step, cancellationToken))
        {
            return NotFound();
        }

        if (RefuseForm(form.Version == Case.Version) || !form.Entry(step, Today).TryGet(out var entry, out var wrong) && Refuse(wrong))
        {
            return Page();
        }

        object? done = CaseDocuments.KindOf(step) is null
            ? await ActAsync<AdvanceCase, PenaltyCase>(use => use.RunAsync(id, entry!, Actor, cancellationToken))
            : await ActAsync<TakeDocumentedStep, DocumentedStep>(use => use.RunAsync(id, entry!, form.Desk, Actor, cancellationToken));
        return done is null ? Page() : Redirect($"/bureau/cases/{Uri.EscapeDataString(id)}");
    }

    private async Task<bool> FindAsync(string id, CaseTrigger? chosen, CancellationToken cancellationToken)
    {
        if (await Reading<ICaseStore>().FindAsync(id, cancellationToken) is not { } found)
        {
            return false;
        }

        Case = found;
        Party = await Reading<ISubjectStore>().FindAsync(found.SubjectId, cancellationToken);
        var kind = Party?.Kind ?? SubjectKind.Enterprise;
        Clocks =
        [
            .. CaseDeadlines.Of(found, law, kind)
                .OrderByDescending(deadline => deadline.IsOverdueOn(Today)).ThenBy(deadline => deadline.Due ?? DateOnly.MaxValue),
        ];
        Documents = await Reading<IDocumentStore>().ListOfAsync(id, 1000, cancellationToken);
        if (MayAct)
        {
            var steps = CaseSteps.Of(new CaseFacts(found, new CaseEntry(CaseTrigger.File, Today), law, kind, [], [], []));
            Steps = new PossibleSteps(steps, "case", steps.FirstOrDefault(step => step.NotNow is null && step.Trigger == chosen?.ToString()));
        }

        return true;
    }
}
