using Microsoft.AspNetCore.Mvc;
using Supervision.Cases;
using Supervision.Dossiers;
using Supervision.Registry;
using Supervision.Time;
using Supervision.Web.Pages.Bureau.Cases;

namespace Supervision.Web.Pages.Bureau.Subjects;

/// <summary>The dossier of one subject, today or as it was known on another day. Each look is journalled.</summary>
internal sealed class SubjectModel(AuthorityClock clock, CaseLaw law) : ActingPage
{
    public DateOnly Today => clock.Today;

    public Subject Subject { get; private set; } = null!;

    /// <summary>Null when the reader may not see dossiers, or the days asked for have not come.</summary>
    public SubjectDossier? Dossier { get; private set; }

    public IReadOnlyList<CaseRow> Cases { get; private set; } = [];

    public DateOnly AsOf { get; private set; }

    public DateOnly KnownOn { get; private set; }

    public async Task<IActionResult> OnGetAsync(
        string id, DateOnly? asOf, DateOnly? knownOn, DossierSection? section, int skip, CancellationToken cancellationToken)
    {
        if (await Reading<ISubjectStore>().FindAsync(id, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        (Subject, AsOf, KnownOn) = (found, asOf ?? Today, knownOn ?? Today);
        var question = new DossierQuestion(id) { AsOf = asOf, KnownOn = knownOn, Section = section, Skip = Math.Max(0, skip) };
        Dossier = await ActAsync<ShowDossier, SubjectDossier>(show => show.RunAsync(question, Actor, cancellationToken));
        Cases = Dossier is null ? [] : await CaseRow.OfAsync(Dossier.Cases.Rows, Reading<ISubjectStore>(), law, cancellationToken);
        return Page();
    }

    /// <summary>Address of the next page of a section; null when there is none.</summary>
    public string? NextOf<T>(DossierSection section, DossierPage<T> page) => page.Left == 0 ? null : string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"/bureau/subjects/{Uri.EscapeDataString(Subject.Id)}?asOf={AsOf:yyyy-MM-dd}&knownOn={KnownOn:yyyy-MM-dd}&section={section}&skip={page.Skipped + page.Rows.Count}");
}
