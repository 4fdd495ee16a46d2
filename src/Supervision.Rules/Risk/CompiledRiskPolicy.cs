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
    private readonly Explanation[] _rows;
    private readonly string _policy;

    public CompiledRiskPolicy(RulePack pack)
    {
        _pack = pack;
        _policy = pack.Reference.ToString();
        _binding = PackPurpose.Demand(pack, pack.Risk, "risk");
        _class = new(((TableDecision)_binding.Class.Decision).Table, RiskFacts.Find);
        _rows = [.. _class.Table.Rows.Select(row => RowExplanation.Of(_class.Table, row).On(pack.Source))];
    }

    public RiskDecision Assess(RiskInput input, DateOnly asOf)
    {
        var row = _class.Decide(input);
        var letter = row.Values[_binding.Class.Output];
        var (weight, basis) = _binding.Weight.Get(asOf, letter.Word!);
        var explanation = Explanation.Of(
            Message.Of(
                "risk.class", input.SubjectId, Invariant.Text(asOf), letter.Word!, input.CurrentClass.ToString(),
                _policy),
            _rows[row.Number - 1],
            Explanation.Of(Message.Of("risk.weight", letter.Word!, Invariant.Text(weight))).On(basis)).On(_pack.Source);
        return new RiskDecision(
            input.SubjectId, asOf, _pack.Reference, (CreditRiskClass)Letter.Number(letter), (int)weight, explanation);
    }
}
