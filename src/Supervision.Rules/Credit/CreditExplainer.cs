using Supervision.Credit;
using Supervision.Decisions;
using Supervision.Rules.Packs;
using Supervision.Rules.Policies;

namespace Supervision.Rules.Credit;

/// <summary>Puts a credit decision into words: the grade, then each ledger with its lines, then the rows that decided.</summary>
internal sealed class CreditExplainer(RulePack pack, CreditBinding binding)
{
    public Explanation Explain(CreditDecision decision, PackOutcome outcome)
    {
        var readings = outcome.Readings;
        var because = new List<Explanation> { outcome.Result(binding.Grade.Decision).Why() };
        for (var at = 0; at < readings.Ledgers.Length; at++)
        {
            because.Add(LedgerExplanation.Of(pack.Ledgers.Definitions[at], readings.Ledgers[at], readings.Lines, pack.Source));
        }

        if (decision.PersonLinked)
        {
            because.Add(Explanation.Of(Message.Of("credit.personLinked"), outcome.Result(binding.PersonLink.Decision).Why()).On(pack.Source));
        }

        return Explanation.Of(
            Message.Of(
                "credit.grade", decision.SubjectId, Invariant.Text(decision.AsOf), decision.Grade.ToString(),
                Invariant.Text(decision.CompositeScore), pack.Reference.ToString()),
            [.. because]).On(pack.Source);
    }
}
