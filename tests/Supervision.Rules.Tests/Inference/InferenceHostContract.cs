using Supervision.Credit;
using Supervision.Rules.Inference;

namespace Supervision.Rules.Tests.Inference;

/// <summary>
/// What every inference engine behind <see cref="IInferenceHost"/> must keep. Derive from it, load your engine with the three
/// rules that <see cref="CreateHost"/> describes, and run it.
/// </summary>
public abstract class InferenceHostContract
{
    private static readonly DateOnly s_day = new(2026, 3, 10);

    private static readonly object[] s_facts =
    [
        new Repeated("unlicensed", 1), new Repeated("unlicensed", 2), new Repeated("unlicensed", 3), new Repeated("noise", 1),
    ];

    /// <summary>
    /// A host with these rules. "habit": for any code with three different <see cref="Repeated"/> facts conclude
    /// <see cref="Habitual"/>. "propose": for each <see cref="Habitual"/> propose (its code, serious). "clean": if there is no
    /// <see cref="Repeated"/> and no <see cref="Broken"/> fact, propose ("no-record", slight). Any rule must throw for
    /// <see cref="Broken"/>.
    /// </summary>
    protected abstract IInferenceHost CreateHost();

    /// <summary>A fact: the same violation seen once more.</summary>
    public sealed record Repeated(string Code, int Time);

    /// <summary>A fact that follows from three others.</summary>
    public sealed record Habitual(string Code);

    /// <summary>A fact at which the rules fail.</summary>
    public sealed record Broken;

    [Fact]
    public void Infer_AFactThatFollowsFromOthers_IsSeenByTheNextRule()
    {
        var host = CreateHost();
        var proposal = Assert.Single(host.Infer(Case(s_facts)));
        Assert.Equal("91999999MA0TE5T16E", proposal.SubjectId);
        Assert.Equal(s_day, proposal.AsOf);
        Assert.Equal("propose", proposal.Rule);
        Assert.Equal(new CreditFault("unlicensed", OffenceSeverity.Serious), proposal.Fault);
        Assert.Equal(host.RuleSet, proposal.RuleSet);
        Assert.Equal(64, proposal.RuleSet.ContentHash.Length);
    }

    [Fact]
    public void Infer_FactsInAnyOrderOrTwice_ProposeTheSame()
    {
        var host = CreateHost();
        var wanted = Lines(host.Infer(Case(s_facts)));
        Assert.Equal(wanted, Lines(host.Infer(Case([.. s_facts.Reverse()]))));
        Assert.Equal(wanted, Lines(host.Infer(Case([.. s_facts, .. s_facts]))));
    }

    [Fact]
    public void Infer_OneSessionAfterAnother_SeesNothingOfTheFirst()
    {
        var host = CreateHost();
        host.Infer(Case(s_facts));
        Assert.Equal("no-record", Assert.Single(host.Infer(Case([]))).Fault.Code);
    }

    [Fact]
    public void Infer_AbsenceThatALaterConclusionEnds_CountsAtTheEndOnly() =>
        Assert.DoesNotContain(CreateHost().Infer(Case(s_facts)), proposal => proposal.Fault.Code == "no-record");

    [Fact]
    public async Task Infer_ManySessionsAtOnce_StayApart()
    {
        var host = CreateHost();
        var sessions = await Task.WhenAll(Enumerable.Range(0, 64).Select(at => Task.Run(() =>
            (Repeats: at % 2 == 0, Proposals: host.Infer(Case(at % 2 == 0 ? s_facts : []))))));
        Assert.All(sessions, session =>
            Assert.Equal(session.Repeats ? "unlicensed" : "no-record", Assert.Single(session.Proposals).Fault.Code));
    }

    [Fact]
    public void Infer_ARuleThatFails_IsNamedAndProposesNothing()
    {
        var error = Assert.Throws<RuleEvaluationException>(() => CreateHost().Infer(Case([.. s_facts, new Broken()])));
        Assert.Equal("SUP5401", error.Code);
        Assert.NotNull(error.InnerException);
    }

    [Fact]
    public void Infer_GivenUp_Stops()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => CreateHost().Infer(Case(s_facts), source.Token));
    }

    private static InferenceCase Case(IReadOnlyList<object> facts) => new("91999999MA0TE5T16E", s_day, facts);

    private static IEnumerable<string> Lines(IEnumerable<Proposal> proposals) =>
        proposals.Select(one => $"{one.Rule} {one.Fault.Code} {one.Fault.Severity} {one.Because}");
}
