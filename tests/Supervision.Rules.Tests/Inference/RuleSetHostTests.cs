using Supervision.Credit;
using Supervision.Decisions;
using Supervision.Rules.Inference;

namespace Supervision.Rules.Tests.Inference;

/// <summary>The built-in engine: the contract, and its own limits.</summary>
public sealed class RuleSetHostTests : InferenceHostContract
{
    private static readonly PolicyReference s_ruleSet = new("habits", "1", new string('a', 64));

    [Fact]
    public void Run_ARuleThatNeverEnds_StopsAtTheLimit()
    {
        var host = new RuleSetHost(s_ruleSet, [new Counting()], new InferenceLimits(Rounds: 5));
        var error = Assert.Throws<RuleEvaluationException>(() => host.Infer(new InferenceCase("s", new DateOnly(2026, 1, 1), [0])));
        Assert.Equal("SUP5402", error.Code);
        Assert.Contains("rounds: 5", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_AnEndlessAnswer_StopsAtTheLimit()
    {
        var host = new RuleSetHost(s_ruleSet, [new Endless()], new InferenceLimits(Facts: 50));
        var error = Assert.Throws<RuleEvaluationException>(() => host.Infer(new InferenceCase("s", new DateOnly(2026, 1, 1), [])));
        Assert.Contains("facts: 50", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_AChainAsLongAsTheLimit_IsFollowedToItsEnd()
    {
        var host = new RuleSetHost(s_ruleSet, [new Counting(most: 5)], new InferenceLimits(Rounds: 5));
        Assert.Empty(host.Infer(new InferenceCase("s", new DateOnly(2026, 1, 1), [0])));
    }

    [Fact]
    public void Constructor_TwoRulesOfOneName_AreRefused() =>
        Assert.Throws<ArgumentException>(() => new RuleSetHost(s_ruleSet, [new Counting(), new Counting()]));

    /// <inheritdoc/>
    protected override IInferenceHost CreateHost() => new RuleSetHost(s_ruleSet, [new Proposing(), new Clean(), new Habit()]);

    private static void MayFail(InferenceFacts facts)
    {
        if (facts.Of<Broken>().Any())
        {
            throw new InvalidOperationException("broken on purpose");
        }
    }

    private sealed class Habit() : InferenceRule("habit")
    {
        public override IEnumerable<object> Conclude(InferenceFacts facts)
        {
            MayFail(facts);
            return facts.Of<Repeated>().GroupBy(fact => fact.Code).Where(code => code.Count() >= 3).Select(code => new Habitual(code.Key));
        }
    }

    private sealed class Proposing() : InferenceRule("propose")
    {
        public override IEnumerable<(CreditFault Fault, Explanation Because)> Propose(InferenceFacts facts) =>
            from fact in facts.Of<Habitual>()
            select (new CreditFault(fact.Code, OffenceSeverity.Serious), Explanation.Of(Message.Literal($"{fact.Code} three times")));
    }

    private sealed class Clean() : InferenceRule("clean")
    {
        public override IEnumerable<(CreditFault Fault, Explanation Because)> Propose(InferenceFacts facts) =>
            facts.Of<Repeated>().Any() || facts.Of<Broken>().Any()
                ? []
                : [(new CreditFault("no-record", OffenceSeverity.Slight), Explanation.Of(Message.Literal("nothing known")))];
    }

    private sealed class Counting(int most = int.MaxValue) : InferenceRule("counting")
    {
        public override IEnumerable<object> Conclude(InferenceFacts facts) =>
            from number in facts.Of<int>() where number < most select (object)(number + 1);
    }

    private sealed class Endless() : InferenceRule("endless")
    {
        public override IEnumerable<object> Conclude(InferenceFacts facts) => Enumerable.Range(0, int.MaxValue).Select(number => (object)number);
    }
}
