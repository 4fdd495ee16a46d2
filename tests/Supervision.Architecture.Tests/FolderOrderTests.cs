namespace Supervision.Architecture.Tests;

/// <summary>Inside Core the code is a line: what comes later may know what comes before, never the other way round.</summary>
public sealed class FolderOrderTests
{
    private static readonly FolderOrder s_core = new(
        "Supervision",
        ["Decisions", "Hashing", "Time", "Audit", "Events", "Lifecycles"],
        ["Registry", "Catalog", "Policies"],
        ["Sampling"],
        ["Inspections"],
        ["Cases"],
        ["CaseExchange"],
        ["Credit"],
        ["Risk"],
        ["Matters"],
        ["Lists"],
        ["Notices"],
        ["SelfGovernance"],
        ["Calendars"],
        ["Warnings"],
        ["Commitments"],
        ["Coordination"],
        ["Publication"],
        ["Data"],
        ["Comparison"],
        ["Documents"],
        ["DecisionSupport"],
        ["Dossiers"]);

    private static readonly FolderOrder s_offenders =
        new("Supervision.Architecture.Tests.Offenders", ["Early"], ["Late"]);

    [Fact]
    public void Core_NoTypeMentionsALaterFolder() =>
        Expect.Nothing(s_core.Violations(CompiledAssembly.Named("Supervision.Core").Mentions()));

    [Fact]
    public void Core_EveryFolderHasItsPlaceInTheOrder() =>
        Expect.Nothing(s_core.Unplaced(CompiledAssembly.Named("Supervision.Core").Types));

    // The offenders: each of them looks forward in another way, and only they are named.
    [Theory]
    [InlineData("BaseType")]
    [InlineData("GenericArgument")]
    [InlineData("MethodBody")]
    [InlineData("AsyncMethodBody")]
    [InlineData("Signature")]
    public void Violations_GivenATypeThatLooksForward_NamesIt(string offender) =>
        Assert.Contains(
            s_offenders.Violations(CompiledAssembly.OfOffenders.Mentions()),
            line => line.Contains($".Early.{offender} mentions", StringComparison.Ordinal));

    [Fact]
    public void Violations_GivenATypeThatLooksBack_IsSilent() =>
        Assert.DoesNotContain(
            s_offenders.Violations(CompiledAssembly.OfOffenders.Mentions()),
            line => line.Contains(".Late.LateNoun mentions", StringComparison.Ordinal));

    [Fact]
    public void Unplaced_GivenAFolderThatTheOrderLacks_NamesIt() =>
        Assert.Equal(["Elsewhere"], s_core.Unplaced(["Supervision.Elsewhere.Thing", "Supervision.Risk.RiskInput"]));
}
