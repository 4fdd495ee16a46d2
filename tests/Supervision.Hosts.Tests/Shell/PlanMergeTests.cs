using System.Text.Json;
using Supervision.Console.Shell;
using Supervision.Hosts.Tests.Support;

namespace Supervision.Hosts.Tests.Shell;

public sealed class PlanMergeTests : IDisposable
{
    private readonly ConsoleRun _console = new();

    public void Dispose() => _console.Dispose();

    // Goal: two agencies, one visit; the file of the guide is read as it stands there.
    [Fact]
    public async Task Merge_TwoAgencies_IsOneVisitEach()
    {
        var out1 = _console.PathOf("merged.json");
        Assert.Equal(ExitCode.Ok, await _console.RunAsync("plan", "merge", Plan("fire"), Plan("market"), "--out", out1, "--json"));
        var result = JsonDocument.Parse(_console.Out).RootElement;
        Assert.Equal(4, result.GetProperty("visitsPlanned").GetInt32());
        Assert.Equal(2, result.GetProperty("visitsSaved").GetInt32());
        Assert.Equal("2/2 (100.00 %)", result.GetProperty("jointShare").GetString());
        Assert.Equal(2, JsonDocument.Parse(File.ReadAllText(out1)).RootElement.GetProperty("plan").GetArrayLength());
        Assert.Equal(0, _console.Store.Opened);
        Assert.Equal(ExitCode.Ok, await _console.RunAsync("plan", "merge", Plan("fire"), Plan("market")));
    }

    // What a person leaves out has its default: one check, two officers, the whole year.
    [Fact]
    public async Task Merge_ALineWithoutOptionalMembers_IsOneCheckOfTwoOfficers()
    {
        var plan = _console.Write("short.json", """{ "agency": "a", "year": 2026, "lines": [ { "item": "1", "subjects": ["S1"] } ] }""");
        Assert.Equal(ExitCode.Ok, await _console.RunAsync("plan", "merge", plan, "--json"));
        var result = JsonDocument.Parse(_console.Out).RootElement;
        Assert.Equal((1, 2), (result.GetProperty("visits").GetInt32(), result.GetProperty("attendances").GetInt32()));
    }

    [Fact]
    public async Task Merge_CapBelowWhatLawsDemand_IsSaid()
    {
        var rules = _console.Write("rules.json", """{ "yearlyCap": { "visits": 1, "law": "x", "article": "" }, "gapDays": 30 }""");
        Assert.Equal(ExitCode.ProblemsFound, await _console.RunAsync("plan", "merge", Plan("fire", "true"), "--rules", rules));
        Assert.Contains("exceed the yearly cap", _console.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Merge_TheSamePlanTwiceOrAWrongOne_Fails()
    {
        Assert.Equal(ExitCode.Failed, await _console.RunAsync("plan", "merge", Plan("fire"), Plan("fire")));
        var wrong = _console.Write("wrong.json", """{ "agency": "a", "year": 2026, "lines": [ { "item": "1", "subject": [] } ] }""");
        Assert.Equal(ExitCode.Failed, await _console.RunAsync("plan", "merge", wrong));
        Assert.StartsWith("SUP1054", _console.Error, StringComparison.Ordinal);
    }

    private string Plan(string agency, string statutory = "false") => _console.Write($"{agency}.json", $$"""
        { "agency": "{{agency}}", "year": 2026, "lines": [ { "item": "33070100200100", "subjects": ["S1"], "frequency": 2,
          "from": "2026-03-01", "to": "2026-12-31", "officers": 2, "statutory": {{statutory}}, "key": false } ] }
        """);
}
