using System.Text.Json;
using Supervision.Decisions;
using Supervision.Rules.Facts;
using Supervision.Rules.Packs;
using Supervision.Rules.Policies;
using Supervision.Rules.Testing;

namespace Supervision.Rules.Tests.Policies;

// Goal: whoever asks "why?" finds rule, version, citation, the row that decided, why no other did, and the entries that were used.
public sealed class ExplanationTests
{
    private static readonly DateOnly s_day = new(2026, 2, 1);

    [Fact]
    public void Explain_EveryExampleOfEveryPack_HasANameForEveryNumber()
    {
        var lines = 0;
        foreach (var file in Directory.EnumerateFiles(Samples.Folder, "*.yaml").Order(StringComparer.Ordinal))
        {
            var pack = RulePackLoader.Load(Path.GetFileName(file), File.ReadAllBytes(file));
            for (var number = 1; number <= RulePackExamples.Run(pack).Count; number++)
            {
                using var json = JsonDocument.Parse(ExplanationJson.Of(RulePackExamples.Explain(pack, number)));
                lines += Named(json.RootElement.GetProperty("tree"));
                Assert.Contains(pack.Reference.ToString(), json.RootElement.ToString(), StringComparison.Ordinal);
            }
        }

        Assert.True(lines > 500);
    }

    [Fact]
    public void Explain_AStep_NamesTheEntriesThatFilledIt()
    {
        var decision = Decide("heavier", "serious", "slight");
        var used = decision.Lines.Single(line => line.Ledger == "综合分" && line.Used.Count > 0).Used;
        Assert.Equal([("f0", 6m), ("f1", 6m)], used.Select(one => (one.Code!, one.Points)));
        Assert.Contains("uses 6 points of N f1, 2026-02-01", decision.Explanation.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_ATable_SaysOfEachRowWhyItDidNotDecide()
    {
        var grade = Decide("slight").Explanation.Because.First(line => line.Text.Key == "rules.row");
        var others = grade.Because.Where(line => line.Text.Key is "rules.rowFailed" or "rules.rowBelow").ToList();
        Assert.Equal(3, others.Count);
        Assert.Equal(["2", "综合分.active", "[80..90)", "100"], others[0].Text.Arguments);
    }

    private static PolicyDecision Decide(params string[] severities) =>
        new SubjectPolicy(Samples.Registry(Samples.Text("yiwu-12-point")), "yiwu-12-point").Decide(
            new SubjectHistory("S", [new PolicyEvent("N", "PointNoticeServed", s_day, 1, Fact.Record(("faults", Fact.List(
                [.. severities.Select((severity, at) => Fact.Record(("code", Fact.Of($"f{at}")), ("severity", Fact.Of(severity))))]))))]),
            s_day);

    private static int Named(JsonElement node)
    {
        if (node.TryGetProperty("with", out var with))
        {
            Assert.All(with.EnumerateObject(), one => Assert.False(char.IsAsciiDigit(one.Name[0]), $"{node.GetProperty("kind")} has an argument without a name"));
        }

        return 1 + (node.TryGetProperty("because", out var because) ? because.EnumerateArray().Sum(Named) : 0);
    }
}
