using Supervision.Decisions;
using Supervision.Lifecycles;

namespace Supervision.Cases;

/// <summary>Conditions on what another department's own case system reports.</summary>
internal static class ReportGuards
{
    private const int LongestState = 200;
    private const int LongestText = 4000;

    public static Guard<CaseFacts> DeliverableOnce => new("a department took it over, and it was not delivered before", facts =>
        facts.Case.Transfer is { ToPolice: false, ForeignId: null } && Identifier.IsValid(facts.Entry.Reference)
            ? null : Refusal.Of("SUP2220", facts.Case.Id));

    public static Guard<CaseFacts> ReportIsWhole => new("a report on this handing-over, complete and not from the future", facts =>
        facts.Entry.Report is { } report && facts.Case.Transfer is { ForeignId: { } foreign } transfer
            && report.ParcelId == transfer.ParcelId && report.ForeignId == foreign && Enum.IsDefined(report.Stage)
            && report.State.Length is > 0 and <= LongestState && report.Text.Length <= LongestText
            && report.On >= transfer.On && report.On <= facts.Entry.On
            ? null : Refusal.Of("SUP2222", facts.Case.Id, facts.Case.Transfer?.ParcelId ?? "-", facts.Case.Transfer?.ForeignId ?? "-"));

    public static Guard<CaseFacts> ReportInTurn => new("the next report or one that was set aside, and none after the last", facts =>
    {
        var (report, transfer) = (facts.Entry.Report!, facts.Case.Transfer!);
        var isInTurn = transfer.SetAside.Any(aside => aside.Number == report.Number)
            ? !report.IsLast || Numbers(transfer).All(number => number <= report.Number)
            : !transfer.HasEnded && report.Number == transfer.NextReport;
        return isInTurn ? null : OutOfTurn(facts, Invariant.Text(report.Number));
    });

    public static Guard<CaseFacts> PassedOverInTurn => new("the number of the next report, and none after the last", facts =>
        facts.Case.Transfer is { ForeignId: not null, HasEnded: false } transfer && facts.Entry.Reference == Invariant.Text(transfer.NextReport)
            ? null : OutOfTurn(facts, facts.Entry.Reference ?? "-"));

    // Before a decision a case may go back to its investigation; what is decided is not undecided again, only changed or annulled.
    public static Guard<CaseFacts> StageFollows => InPlace("no way back behind a decision, reasons for a return", (facts, before, report) =>
    {
        var back = before.Decision is not null && !report.IsAnnulled && report.Stage is < CaseStage.Decision or CaseStage.Returned;
        return back || (report.Stage == CaseStage.Returned && string.IsNullOrWhiteSpace(report.Text))
            ? Refusal.Of("SUP2224", facts.Case.Id, report.Stage.ToString(), before.Stage?.ToString() ?? "-") : null;
    });

    public static Guard<CaseFacts> DecisionReported => InPlace("a decision with sanction and number before its enforcement and publication", (facts, before, report) =>
    {
        if (report.Sanction is { } sanction && (report.IsAnnulled || report.Stage < CaseStage.Decision || string.IsNullOrWhiteSpace(report.DocumentNumber)))
        {
            return Refusal.Of("SUP2225", facts.Case.Id, report.Stage.ToString());
        }

        if (report.Sanction?.Check() is { } malformed)
        {
            return malformed;
        }

        var needs = report.IsAnnulled || report.Publication is { WithdrawnOn: null } || report.Stage is CaseStage.Decision or CaseStage.Enforcement;
        return needs && report.Sanction is null && before.Decision is null
            ? Refusal.Of("SUP2225", facts.Case.Id, report.Stage.ToString()) : null;
    });

    public static Guard<CaseFacts> NotFollowed => new("the other system has archived or returned it", facts =>
        facts.Case.Transfer is not { IsFollowed: true } transfer ? null
        : transfer.HasEnded
            ? Refusal.Of("SUP2244", facts.Case.Id, transfer.Agency, string.Join(", ", transfer.SetAside.Select(aside => Invariant.Text(aside.Number))))
        : Refusal.Of("SUP2226", facts.Case.Id, transfer.Agency, transfer.Stage?.ToString() ?? "-"));

    public static Guard<CaseFacts> ReturnedIfDelivered => new("returned, where it was delivered to another system", facts =>
        facts.Case.Transfer is { ForeignId: not null, Stage: not CaseStage.Returned } transfer
            ? Refusal.Of("SUP2226", facts.Case.Id, transfer.Agency, transfer.Stage?.ToString() ?? "-") : null);

    // A report that comes late, because it had to be mended, has its place by its number: it has to fit what came before it, and what came after it
    // has to fit it.
    private static Guard<CaseFacts> InPlace(string name, Func<CaseFacts, CaseTransferRecord, CaseReport, Refusal?> rule) => new(name, facts =>
    {
        var (report, transfer) = (facts.Entry.Report!, facts.Case.Transfer!);
        var reports = transfer.Reports.Append(report).OrderBy(one => one.Number).ToList();
        return reports.Where(one => one.Number >= report.Number)
            .Select(one => rule(facts, transfer with { Reports = [.. reports.TakeWhile(earlier => earlier.Number < one.Number)] }, one))
            .FirstOrDefault(refusal => refusal is not null);
    });

    private static IEnumerable<int> Numbers(CaseTransferRecord transfer) =>
        transfer.Reports.Select(report => report.Number).Concat(transfer.SetAside.Select(aside => aside.Number));

    private static Refusal OutOfTurn(CaseFacts facts, string number) =>
        Refusal.Of("SUP2223", facts.Case.Id, number, Invariant.Text(facts.Case.Transfer?.NextReport ?? 1));
}
