using FsCheck;
using FsCheck.Fluent;
using Supervision.Commitments;
using Supervision.Credit;
using Supervision.Decisions;
using Supervision.Lists;

namespace Supervision.Core.Tests.Commitments;

// Goal: nobody promises who is barred or whose grade does not reach, a bar holds for its item and its days only, and each judgement says why.
public sealed class CommitmentGateTests
{
    private static readonly DateOnly s_on = new(2026, 3, 2);
    private static readonly LegalBasis s_basis = new("国办发〔2020〕42号", "");

    private static readonly Gen<ListEntry> s_entry =
        from kind in Gen.Elements(Enum.GetValues<ListKind>())
        from item in Gen.Elements("item", "other")
        from starts in Gen.Choose(-3, 3)
        from ends in Gen.Choose(-3, 3)
        from lifted in Gen.Choose(-3, 3)
        from hasEnd in Gen.Elements(true, false)
        from isLifted in Gen.Elements(true, false)
        select new ListEntry("L", kind, "S", item, s_on.AddDays(starts), hasEnd ? s_on.AddDays(ends) : null, isLifted ? s_on.AddDays(lifted) : null, s_basis) { Title = "x" };

    [Fact]
    public void Judge_Anybody_IsEligibleOnlyUnbarredWithAGradeThatReaches() =>
        Prop.ForAll(
            (from entries in Gen.ListOf(s_entry)
             from mayCommit in Gen.Elements<bool?>(true, false, null)
             from hasAddress in Gen.Elements(true, false)
             select (entries, mayCommit, hasAddress)).ToArbitrary(),
            drawn => Judge(drawn.mayCommit, [.. drawn.entries], drawn.hasAddress)).QuickCheckThrowOnFailure();

    private static void Judge(bool? mayCommit, List<ListEntry> entries, bool hasAddress)
    {
        var gate = CommitmentGate.Judge("S", "item", hasAddress, Credit(mayCommit), entries, s_on);
        var isBarred = entries.Any(entry => entry.From <= s_on && !(entry.Until < s_on) && !(entry.LiftedOn <= s_on)
            && ((entry.Kind == ListKind.CommitmentBlacklist && entry.Item == "item") || (entry.Kind == ListKind.AddressCommitmentBan && hasAddress)
                || entry.Kind is ListKind.SeriousViolation or ListKind.WageArrears));
        Assert.Equal(isBarred ? GateResult.Blacklisted : mayCommit is true ? GateResult.Eligible : GateResult.OrdinaryProcedure, gate.Result);
        Assert.NotNull(gate.Explanation.Basis);
        Assert.True(gate.Explanation.Because.Count >= 2);
        Assert.All(gate.Explanation.Because, line => Assert.DoesNotContain("gate.", line.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void ChecklistFor_ValuesOfTheApplication_AreThePromisedPoints()
    {
        var item = CommitmentItems.Shipped.Find("printing-licence", s_on).OrThrow();
        Assert.Equal(["address"], item.Values);
        var terms = item.ChecklistFor("C-1", new Dictionary<string, string> { ["address"] = "示例街3号" });
        Assert.Null(terms.Check());
        Assert.Equal(item.Terms.Select(term => term.Id), terms.Points.Select(point => point.Id));
        Assert.Equal("实际经营地址为示例街3号。", terms.Points[0].Text);
        Assert.All(terms.Points, point => Assert.Null(point.Severity));
        Assert.NotEqual(terms.Reference.ContentHash, item.ChecklistFor("C-1", new Dictionary<string, string> { ["address"] = "4号" }).Reference.ContentHash);
    }

    // 国办发〔2020〕42号 begins on 2020-10-27; fields with irreversible risk never take promises.
    [Fact]
    public void Find_BeforeTheRuleOrInAnExcludedField_IsRefused()
    {
        Assert.Equal("SUP3101", CommitmentItems.Shipped.Find("printing-licence", new DateOnly(2020, 10, 26)).Refusal!.Code);
        var items = CommitmentItems.Parse("""
            {"items":[{"code":"gas","name":"燃气","field":"public-safety","checkItem":"1","law":"x","article":"","from":"2020-10-27","terms":[{"id":"1","text":"x"}]}],
             "excluded":[{"field":"public-safety","text":"公共安全","law":"x","article":"","from":"2020-10-27","to":"2026-01-01"}]}
            """);
        Assert.Equal("SUP3102", items.Find("gas", new DateOnly(2025, 12, 31)).Refusal!.Code);
        Assert.True(items.Find("gas", new DateOnly(2026, 1, 1)).IsAccepted);
    }

    [Theory]
    [InlineData("""{"items":[{"code":"gas licence","name":"x","field":"x","checkItem":"1","law":"x","article":"","from":"2020-10-27","terms":[{"id":"1","text":"x"}]}]}""")]
    [InlineData("""{"items":[{"code":"gas","name":"x","field":"x","checkItem":"1","law":"x","article":"","from":"2020-10-27","terms":[{"id":"1","text":"x"},{"id":"1","text":"y"}]}]}""")]
    [InlineData("""{"items":[{"code":"gas"}]}""")]
    public void Parse_AMalformedItem_NamesIt(string json) =>
        Assert.Contains("gas", Assert.Throws<System.Text.Json.JsonException>(() => CommitmentItems.Parse(json)).Message, StringComparison.Ordinal);

    private static CreditDecision Credit(bool? mayCommit) => new(_ => Explanation.Of(Message.Literal("x")))
    {
        SubjectId = "S", AsOf = s_on, Policy = new PolicyReference("p", "1", "h"), Points = 0, Unused = 0, Steps = 0, CompositeScore = 100,
        Grade = CompositeCreditGrade.A, PersonLinked = false, MayCommit = mayCommit, Lines = [],
    };
}
