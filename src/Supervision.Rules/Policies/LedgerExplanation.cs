using Supervision.Credit;
using Supervision.Decisions;
using Supervision.Rules.Ledgers;
using Supervision.Rules.Packs;

namespace Supervision.Rules.Policies;

/// <summary>A ledger in words: what it says, and the lines that sum to it.</summary>
internal static class LedgerExplanation
{
    public static Explanation Of(
        LedgerDefinition ledger, LedgerReading reading, IReadOnlyList<LedgerLine> lines, LegalBasis source)
    {
        var text = ledger.Full is null
            ? Message.Of("credit.ledger", ledger.Name, Invariant.Text(reading.Active))
            : Message.Of(
                "credit.fullLedger", ledger.Name, Invariant.Text(reading.Active), Invariant.Text(reading.Steps),
                Invariant.Text(reading.Unused));
        return Explanation.Of(
            text, [.. lines.Where(line => string.Equals(line.Ledger, ledger.Name, StringComparison.Ordinal)).Select(Line)]).On(source);
    }

    private static Explanation Line(LedgerLine line) => Explanation.Of(Message.Of(
        line.Kind switch
        {
            LedgerLineKind.Opened => "credit.line.opened",
            LedgerLineKind.Posted => "credit.line.posted",
            LedgerLineKind.StepTaken => "credit.line.stepTaken",
            LedgerLineKind.Repaired => "credit.line.repaired",
            LedgerLineKind.Cut => "credit.line.cut",
            LedgerLineKind.Carried => "credit.line.carried",
            LedgerLineKind.Reversed => "credit.line.reversed",
            LedgerLineKind.Transferred => "credit.line.transferred",
            LedgerLineKind.Blocked => "credit.line.blocked",
            LedgerLineKind.RungReached => "credit.line.rungReached",
            _ => "credit.line.expired",
        },
        Invariant.Signed(line.Points),
        Invariant.Text(line.Date),
        Named(line.Cause, line.Code)), [.. line.Used.Select(used => Explanation.Of(Message.Of(
            "credit.line.used", Invariant.Text(used.Points), Named(used.Cause, used.Code), Invariant.Text(used.Date))))]).On(line.Basis);

    private static string Named(string cause, string? code) => code is null ? cause : $"{cause} {code}";
}
