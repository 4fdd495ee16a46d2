using Supervision.Credit;
using Supervision.Rules.Decisions;
using Supervision.Rules.Ledgers;
using Supervision.Rules.Packs;

namespace Supervision.Rules.Credit;

/// <summary>One version of a credit policy.</summary>
internal sealed class CompiledCreditPolicy
{
    private readonly RulePack _pack;
    private readonly CreditBinding _binding;
    private readonly BoundTable<LedgerReadings> _grade;
    private readonly BoundTable<LedgerReadings> _personLink;
    private readonly CreditExplainer _explainer;

    public CompiledCreditPolicy(RulePack pack)
    {
        _pack = pack;
        _binding = PackPurpose.Demand(pack, pack.Credit, "credit");
        _grade = new(_binding.Grade.Table, name => LedgerFacts.Find(pack.Ledgers, name));
        _personLink = new(_binding.PersonLink.Table, name => LedgerFacts.Find(pack.Ledgers, name));
        _explainer = new CreditExplainer(pack, _grade, _personLink);
    }

    public CreditDecision Evaluate(CreditHistory history, DateOnly asOf)
    {
        var readings = _pack.Ledgers.Read(history, asOf);
        var points = readings.Ledgers[_binding.Points];
        return new CreditDecision(decision => _explainer.Explain(decision, readings))
        {
            SubjectId = history.SubjectId,
            AsOf = asOf,
            Policy = _pack.Reference,
            Points = points.Active,
            Unused = points.Unused,
            Steps = points.Steps,
            CompositeScore = readings.Ledgers[_binding.Composite].Active,
            Grade = (CompositeCreditGrade)Letter.Number(_grade.Decide(readings).Values[_binding.Grade.Output]),
            PersonLinked = _personLink.Decide(readings).Values[_binding.PersonLink.Output].Word is "true",
            Lines = readings.Lines,
        };
    }
}
