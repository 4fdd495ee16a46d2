using Supervision.Rules.Packs;
using Supervision.Rules.Testing;
using Supervision.Rules.Warnings;
using Supervision.Warnings;

namespace Supervision.Rules.Tests.Warnings;

public sealed class WarningModelsTests
{
    private const string Sensor = "warning-sensor-limit";

    public static TheoryData<string> Next { get; } = [.. Directory.GetFiles(Path.Combine(Samples.Folder, "next"), "warning-*.yaml").Select(file => Path.GetFileName(file))];

    [Theory]
    [MemberData(nameof(Next))]
    public void Examples_OfAVersionThatFollows_ComeOutAsWritten(string file)
    {
        var results = RulePackExamples.Run(Load("next", file));
        Assert.Contains(results, result => result.Name.Contains("reviewed", StringComparison.Ordinal));
        Assert.All(results, result => Assert.True(result.Passed, $"{file}: {result}"));
    }

    // A model that begins anew after a review lets what was looked into count no more; what comes later counts as before.
    [Fact]
    public void Assess_AfterTheReview_CountsWhatCameLater()
    {
        Assert.Equal([WarningLevel.High, WarningLevel.None, WarningLevel.Medium], Levels(Load("next", "warning-sensor-limit-2027.yaml"), 2027));
    }

    // A model of before reviews were fed back decides as it always did, also where a later version left a review among the signals.
    [Fact]
    public void Assess_ByAModelThatKnowsNoReview_PassesItOver()
    {
        Assert.Equal([WarningLevel.High, WarningLevel.High, WarningLevel.High], Levels(Load("", "warning-sensor-limit-2019.yaml"), 2026));
    }

    // The alarm; the day after, with its review; the day after that, with another reading.
    private static IEnumerable<WarningLevel> Levels(RulePack pack, int year)
    {
        var models = new WarningModels(new RulePackRegistry([pack]));
        List<RiskSignal> signals = [Reading(year, 1, "17"), Signal(year, 2, RiskSignal.Reviewed), Reading(year, 3, "9")];
        for (var day = 1; day <= signals.Count; day++)
        {
            yield return models.Assess(Sensor, "S-1", signals[..day], new DateOnly(year, 7, day)).OrThrow().Level;
        }
    }

    private static RiskSignal Reading(int year, int day, string value) =>
        Signal(year, day, "Reading", ("parameter", "氨氮"), ("value", value), ("limit", "8"));

    private static RiskSignal Signal(int year, int day, string kind, params (string Name, string Value)[] values) => new(
        $"{kind}-{day}", Sensor, "S-1", kind, new DateTimeOffset(year, 7, day, 9, 0, 0, TimeSpan.FromHours(8)),
        values.ToDictionary(value => value.Name, value => value.Value, StringComparer.Ordinal)) { Sequence = day };

    private static RulePack Load(string folder, string file) => Samples.Load(File.ReadAllText(Path.Combine(Samples.Folder, folder, file)));
}
