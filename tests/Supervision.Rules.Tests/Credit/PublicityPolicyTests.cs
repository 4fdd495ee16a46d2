using Supervision.Credit;
using Supervision.Rules.Credit;
using Supervision.Rules.Packs;
using static Supervision.Rules.Tests.Happened;

namespace Supervision.Rules.Tests.Credit;

// Domain, section 12, repair rules since 2026-04-01 (发展改革委令第36号): slight at once, ordinary after three months, serious after a year, each with the duty
// done and publicly promised; before that day the market rule of 2021, which never repairs a suspension. The day before is too early, by one day.
public sealed class PublicityPolicyTests
{
    private static readonly PublicityPolicy s_policy = new(
        new RulePackRegistry(Directory.GetFiles(Samples.Folder, "credit-repair*.yaml").Select(file => RulePackLoader.LoadForPublication(
            Path.GetFileName(file), File.ReadAllBytes(file)))),
        PublicityPolicy.Shipped);

    [Theory]
    [InlineData("2026-04-10", "slight", "fine", "2026-04-10", false)]
    [InlineData("2026-04-10", "ordinary", "fine", "2026-07-09", true)]
    [InlineData("2026-04-10", "ordinary", "fine", "2026-07-10", false)]
    [InlineData("2026-04-10", "serious", "revocation", "2027-04-09", true)]
    [InlineData("2026-04-10", "serious", "revocation", "2027-04-10", false)]
    [InlineData("2025-04-10", "ordinary", "fine", "2025-10-09", true)]
    [InlineData("2025-04-10", "ordinary", "fine", "2025-10-10", false)]
    [InlineData("2025-04-10", "ordinary", "suspension", "2026-03-31", true)]
    public void Evaluate_RepairedOnADay_IsShownUntilTheLeastTimeIsOver(string determined, string severity, string measure, string repaired, bool isShown)
    {
        var penalty = new PublishedPenalty("c", "S", Day(determined), severity, "other", measure) { RepairedOn = Day(repaired), DutyDone = true, Promised = true };
        Assert.Equal(isShown, s_policy.Evaluate(penalty, Day(repaired)).IsShown);
        Assert.True(s_policy.Evaluate(penalty with { RepairedOn = null }, Day(repaired)).IsShown);
        Assert.Equal("credit-repair", s_policy.Evaluate(penalty, Day(repaired)).Policy.Id);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void Evaluate_DutyOrPromiseMissing_IsShown(bool dutyDone, bool promised) => Assert.True(s_policy.Evaluate(
        new PublishedPenalty("c", "S", Day("2026-04-10"), "ordinary", "other", "fine") { RepairedOn = Day("2026-08-01"), DutyDone = dutyDone, Promised = promised },
        Day("2026-08-01")).IsShown);
}
