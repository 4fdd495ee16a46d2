using Supervision.Credit;
using Supervision.Rules.Credit;
using static Supervision.Credit.OffenceSeverity;
using static Supervision.Rules.Tests.Happened;

namespace Supervision.Rules.Tests.Ledgers;

/// <summary>
/// The same words allow two results. Points 8, 5 and 4, a window of one year, each full 12 takes 2 off: a ratchet
/// keeps a deduction for its own year, a level reads it off the active points.
/// </summary>
public sealed class LedgerModeTests
{
    private static readonly string s_text = Samples.Text("yiwu-12-point")
        .Replace("{ slight: 1, ordinary: 3, heavier: 6, serious: 12 }", "{ slight: 4, ordinary: 5, heavier: 8, serious: 12 }");

    private static readonly string s_level = s_text
        .Replace("mode: ratchet ", "mode: level ").Replace("lasts: P1Y ", "# ");

    [Theory]
    [InlineData("2025-09-01", 13, 1, 98)]
    [InlineData("2026-03-01", 5, 1, 98)]
    [InlineData("2026-04-01", 9, 5, 98)]
    [InlineData("2026-08-31", 9, 5, 98)]
    [InlineData("2026-09-01", 4, 4, 100)]
    public void Evaluate_Ratchet_KeepsTheStepForItsOwnYear(string date, decimal active, decimal unused, decimal composite) =>
        AssertReadings(s_text, date, active, unused, composite);

    [Theory]
    [InlineData("2025-09-01", 13, 1, 98)]
    [InlineData("2026-03-01", 5, 5, 100)]
    [InlineData("2026-04-01", 9, 9, 100)]
    [InlineData("2026-09-01", 4, 4, 100)]
    public void Evaluate_Level_ReadsTheStepsOffTheActivePoints(string date, decimal active, decimal unused, decimal composite) =>
        AssertReadings(s_level, date, active, unused, composite);

    // "More than 12", as the newspaper has it.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Evaluate_ExclusiveSize_IsNotFullAtExactlyTwelve(bool level)
    {
        var policy = Policy((level ? s_level : s_text).Replace("inclusive: true", "inclusive: false"));
        var twelve = Notice("2026-02-01", Serious);
        var four = Notice("2026-02-01", Slight);
        Assert.Equal(0, policy.Evaluate(History(twelve), Day("2026-02-01")).Steps);
        Assert.Equal((1, 4m), Steps(policy.Evaluate(History(twelve, four), Day("2026-02-01"))));
    }

    private static (int Steps, decimal Unused) Steps(CreditDecision decision) => (decision.Steps, decision.Unused);

    private static CreditPolicy Policy(string text) => new(Samples.Registry(text), "yiwu-12-point");

    private static void AssertReadings(string text, string date, decimal active, decimal unused, decimal composite)
    {
        var decision = Policy(text).Evaluate(
            History(
                Notice("2025-03-01", Heavier),
                Notice("2025-09-01", Ordinary),
                Notice("2026-04-01", Slight)),
            Day(date));
        Assert.Equal((active, unused, composite), (decision.Points, decision.Unused, decision.CompositeScore));
        Assert.Equal(composite, decision.Lines.Where(line => line.Ledger == "综合分").Sum(line => line.Points));
    }
}
