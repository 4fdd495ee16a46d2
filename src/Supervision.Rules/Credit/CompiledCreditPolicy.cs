using Supervision.Credit;
using Supervision.Rules.Decisions;
using Supervision.Rules.Ledgers;
using Supervision.Rules.Packs;
using Supervision.Rules.Policies;

namespace Supervision.Rules.Credit;

/// <summary>One version of a credit policy.</summary>
internal sealed class CompiledCreditPolicy
{
    private static readonly CreditHistory s_blank = new("", []);

    private readonly RulePack _pack;
    private readonly PackTimeline _timeline;
    private readonly CreditBinding _binding;
    private readonly CreditExplainer _explainer;
    private readonly LedgerReadings? _opening;

    public CompiledCreditPolicy(RulePack pack, PackTimeline timeline)
    {
        (_pack, _timeline) = (pack, timeline);
        _binding = PackPurpose.Demand(pack, pack.Credit, "credit");
        _explainer = new CreditExplainer(pack, _binding);
        _opening = timeline.IsStill
            ? LedgerRun.Read(CreditHistories.Of(s_blank), timeline, pack.Effective.From, DateOnly.MaxValue)
            : null;
    }

    public CreditDecision Evaluate(CreditHistory history, DateOnly asOf)
    {
        history = history.CountedOn(asOf);

        // Most subjects have no events, and share one answer.
        var outcome = history.Events.Count == 0 && _opening is not null
            ? PackEvaluation.Of(_pack, _opening, asOf)
            : PackEvaluation.Of(_pack, LedgerRun.Read(CreditHistories.Of(history), _timeline, asOf, DateOnly.MaxValue), asOf);
        var points = outcome.Readings.Ledgers[_binding.Points];
        return new CreditDecision(decision => _explainer.Explain(decision, outcome))
        {
            SubjectId = history.SubjectId,
            AsOf = asOf,
            Policy = _pack.Reference,
            Points = points.Active,
            Unused = points.Unused,
            Steps = points.Steps,
            CompositeScore = outcome.Readings.Ledgers[_binding.Composite].Active,
            Grade = (CompositeCreditGrade)Letter.Number(RuleValue.Of(Value(outcome, _binding.Grade).Text)),
            PersonLinked = Value(outcome, _binding.PersonLink).Truth,
            MayCommit = _binding.Commitment is { } commitment ? Value(outcome, commitment).Truth : null,
            Lines = outcome.Readings.Lines,
        };
    }

    public CreditTerms Terms(DateOnly on) => new(
        _pack.Reference,
        _binding.Repair is { } repair ? Enum.GetValues<SelfGovernanceKind>().ToDictionary(kind => kind, kind => Term(repair, kind, on)) : [],
        _binding.CommitmentCheck is { } check ? Term(check, on) : null);

    private static RepairTerm Term(Parameter repair, SelfGovernanceKind kind, DateOnly on)
    {
        var (points, basis) = repair.Get(on, kind.ToString());
        return new RepairTerm(points, basis);
    }

    private static CommitmentCheckTerm Term(Parameter check, DateOnly on)
    {
        var (period, basis) = check.GetPeriod(on);
        return new CommitmentCheckTerm(period.Months, period.Days, basis);
    }

    private static Facts.Fact Value(PackOutcome outcome, DecisionOutput output)
    {
        var result = outcome.Result(output.Decision);
        return result.Gap is null ? result.Values[output.Output] : throw new RuleEvaluationException("SUP5050", output.Decision.Name, result.Gap);
    }
}
