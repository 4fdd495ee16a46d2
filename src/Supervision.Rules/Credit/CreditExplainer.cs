using Supervision.Credit;
using Supervision.Decisions;
using Supervision.Rules.Decisions;
using Supervision.Rules.Ledgers;
using Supervision.Rules.Packs;

namespace Supervision.Rules.Credit;

/// <summary>Puts a credit decision into words: the grade, then each ledger with its lines, then the rows that decided.</summary>
internal sealed class CreditExplainer(
    RulePack pack, BoundTable<LedgerReadings> grade, BoundTable<LedgerReadings> personLink)
{
    public Explanation Explain(CreditDecision decision, LedgerReadings readings)
    {
        var because = new List<Explanation> { Row(grade, readings) };
        for (var at = 0; at < readings.Ledgers.Length; at++)
        {
            because.Add(Ledger(at, readings));
        }

        if (decision.PersonLinked)
        {
            because.Add(Explanation.Of(Message.Of("credit.personLinked"), Row(personLink, readings)).On(pack.Source));
        }

        return Explanation.Of(
            Message.Of(
                "credit.grade", decision.SubjectId, Invariant.Text(decision.AsOf), decision.Grade.ToString(),
                Invariant.Text(decision.CompositeScore), pack.Reference.ToString()),
            [.. because]).On(pack.Source);
    }

    private Explanation Ledger(int at, LedgerReadings readings)
    {
        var ledger = pack.Ledgers.Definitions[at];
        var reading = readings.Ledgers[at];
        var text = ledger.Full is null
            ? Message.Of("credit.ledger", ledger.Name, Invariant.Text(reading.Active))
            : Message.Of(
                "credit.fullLedger", ledger.Name, Invariant.Text(reading.Active), Invariant.Text(reading.Steps),
                Invariant.Text(reading.Unused));
        var lines = readings.Lines
            .Where(line => string.Equals(line.Ledger, ledger.Name, StringComparison.Ordinal)).Select(Line);
        return Explanation.Of(text, [.. lines]).On(pack.Source);
    }

    private static Explanation Line(LedgerLine line) => Explanation.Of(Message.Of(
        line.Kind switch
        {
            LedgerLineKind.Opened => "credit.line.opened",
            LedgerLineKind.Posted => "credit.line.posted",
            LedgerLineKind.StepTaken => "credit.line.stepTaken",
            LedgerLineKind.Repaired => "credit.line.repaired",
            _ => "credit.line.expired",
        },
        Invariant.Signed(line.Points),
        Invariant.Text(line.Date),
        line.Code is null ? line.Cause : $"{line.Cause} {line.Code}")).On(line.Basis);

    private static Explanation Row(BoundTable<LedgerReadings> table, LedgerReadings readings) =>
        RowExplanation.Of(table.Table, table.Decide(readings));
}
