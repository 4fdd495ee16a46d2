using Supervision.Decisions;
using Supervision.Risk;
using Supervision.Rules.Decisions;
using Supervision.Rules.Packs;

namespace Supervision.Rules.Risk;

/// <summary>One version of a risk policy.</summary>
internal sealed class CompiledRiskPolicy
{
    private readonly RulePack _pack;
    private readonly RiskBinding _binding;
    private readonly BoundTable<RiskInput> _class;
    private readonly string _policy;

    public CompiledRiskPolicy(RulePack pack)
    {
        _pack = pack;
        _policy = pack.Reference.ToString();
        _binding = PackPurpose.Demand(pack, pack.Risk, "risk");
        _class = new(((TableDecision)_binding.Class.Decision).Table, RiskFacts.Find);
    }

    public RiskDecision Assess(RiskInput input, DateOnly asOf)
    {
        var row = _class.Decide(input);
        var letter = row.Values[_binding.Class.Output];
        var (weight, basis) = _binding.Weight.Get(asOf, letter.Word!);
        return new RiskDecision(() => Explain(input, asOf, row, (letter.Word!, weight, basis)))
        {
            SubjectId = input.SubjectId,
            AsOf = asOf,
            Policy = _pack.Reference,
            Class = (CreditRiskClass)Letter.Number(letter),
            Weight = (int)weight,
        };
    }

    private Explanation Explain(RiskInput input, DateOnly asOf, DecisionRow row, (string Class, decimal Weight, LegalBasis Basis) found) =>
        Explanation.Of(
            Message.Of(
                "risk.class", input.SubjectId, Invariant.Text(asOf), found.Class, input.CurrentClass.ToString(), _policy),
            TableExplanation.Of(_class.Table, row, _class.Inputs(input)).On(_pack.Source),
            Explanation.Of(Message.Of("risk.weight", found.Class, Invariant.Text(found.Weight))).On(found.Basis)).On(_pack.Source);
}
