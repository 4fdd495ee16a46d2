using Microsoft.AspNetCore.Mvc.RazorPages;
using Supervision.Credit;
using Supervision.Documents;
using Supervision.Dossiers;
using Supervision.Time;
using Supervision.Web.SignIn;

namespace Supervision.Web.Pages.Mine;

/// <summary>What is known of the subject that is signed in: its standing, why, what would mend it, who may come, and its notices.</summary>
internal sealed class MineModel(OwnDossier own, ICreditPolicy credit, AuthorityClock clock) : PageModel
{
    public SubjectDossier Dossier { get; private set; } = null!;

    /// <summary>What a finished task of each kind gives back; empty where the policy leaves it to the office.</summary>
    public IReadOnlyDictionary<SelfGovernanceKind, RepairTerm> Repairs { get; private set; } = new Dictionary<SelfGovernanceKind, RepairTerm>();

    /// <summary>Documents about its inspections and cases, the newest first.</summary>
    public IReadOnlyList<IssuedDocument> Notices { get; private set; } = [];

    /// <summary>What changed a score, the newest first; the start of a ledger is no change.</summary>
    public IReadOnlyList<LedgerLine> Posted { get; private set; } = [];

    /// <summary>What was found, for a line that rests on a finding of the dossier; else its cause, as it is numbered.</summary>
    public string FaultOf(LedgerLine line) =>
        Dossier.Findings.Rows.FirstOrDefault(finding => finding.ContentCode == line.Code && line.Cause == "N-" + finding.TaskId)?.Note ?? line.Cause;

    /// <summary>The civil day of an instant, as the authority counts.</summary>
    public DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(clock.Local(instant).DateTime);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Dossier = await own.ReadAsync(cancellationToken);
        Posted = [.. Dossier.Credit.Lines.Where(line => line.Kind != LedgerLineKind.Opened).Reverse()];
        Repairs = credit.Terms(clock.Today).Repairs;
        Notices = await own.DocumentsAsync(cancellationToken);
    }
}
