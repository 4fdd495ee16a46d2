using Supervision.Cases;
using Supervision.Core.Tests.Cases;
using Supervision.Documents;
using Supervision.Registry;

namespace Supervision.Core.Tests.Documents;

// Goal: a document of a case says what the record says, no more, and is not made before its step.
public sealed class CaseDocumentsTests
{
    private static readonly Subject s_person = new()
    {
        Id = "999999200002290019", Kind = SubjectKind.NaturalPerson, Name = "欧阳小川", DivisionCode = "330727", Address = "示例村8号",
    };

    [Theory]
    [InlineData(DocumentKind.AdvanceNotice)]
    [InlineData(DocumentKind.HearingNotice)]
    [InlineData(DocumentKind.Decision)]
    [InlineData(DocumentKind.SummaryDecision)]
    [InlineData(DocumentKind.ServiceReceipt)]
    [InlineData(DocumentKind.Demand)]
    [InlineData(DocumentKind.ClosingReport)]
    [InlineData(DocumentKind.PublicationText)]
    public void Of_BeforeItsStep_IsRefused(DocumentKind kind)
    {
        Assert.False(CaseDocuments.Of(kind, File(Investigating())).TryGet(out _, out var refusal));
        Assert.Equal("SUP2608", refusal!.Code);
    }

    // 行政处罚法 art. 45, 62: what the sent-back notice said is no longer what is intended.
    [Fact]
    public void AdvanceNotice_AfterAReturnToTheInvestigation_IsRefusedAndThenTheSecondOne()
    {
        var run = Noticed().Take(new CaseEntry(CaseTrigger.ReturnToInvestigation, Day(5, 25)) { Text = "补充调查" });
        Assert.False(CaseDocuments.Of(DocumentKind.AdvanceNotice, File(run)).TryGet(out _, out _));
        run.Take(CaseRun.Notice(Day(5, 28), new Sanction(PenaltyKind.Fine, 200_000m)));
        Assert.Equal("case-1/2", CaseDocuments.KeyOf(run.Case, DocumentKind.AdvanceNotice));
        Assert.Contains("200,000元（大写：贰拾万元整）", Facts(run, DocumentKind.AdvanceNotice)["penalty"], StringComparison.Ordinal);
    }

    // Made again later, a document says the same: the facts end with its step.
    [Fact]
    public void Decision_MadeAgainAfterLaterSteps_IsTheSame()
    {
        var run = Decided();
        var first = Facts(run, DocumentKind.Decision);
        run.Take(CaseRun.Serve(Day(6, 5)), new CaseEntry(CaseTrigger.ChangeDecision, Day(7, 1)) { Sanction = new(PenaltyKind.Fine, 200_000m), Text = "复议变更" });
        Assert.Equal(first, Facts(run, DocumentKind.Decision));
    }

    // The periods and shares in the text come from the policy of the bureau.
    [Fact]
    public void Decision_UnderAnotherPolicy_NamesItsNumbers()
    {
        var law = CaseRun.Shipped with
        {
            Procedure = PenaltyProcedure.Shipped.With(PenaltyProcedure.Parse(
                """{"numbers": [{"key": "surcharge.daily", "value": 0.02, "law": "x", "article": "", "from": "2021-07-15"}]}""")),
        };
        var text = Facts(Decided(law), DocumentKind.Decision)["payment"];
        Assert.Contains("每日按罚款数额的2%加处罚款", text, StringComparison.Ordinal);
        Assert.Contains("15日内", text, StringComparison.Ordinal);
    }

    [Fact]
    public void PublicVersion_OfANaturalPerson_MasksNameAndNumberEverywhere()
    {
        var run = Decided(party: SubjectKind.NaturalPerson);
        foreach (var kind in (DocumentKind[])[DocumentKind.AdvanceNotice, DocumentKind.Decision])
        {
            var facts = CaseDocuments.Of(kind, File(run, s_person)).OrThrow();
            var open = DocumentComposer.Compose(DocumentTemplates.Shipped.Of(kind), facts, "x", null, DocumentAudience.Public).OrThrow();
            var text = string.Concat(open.Blocks.Select(block => block.Text + string.Concat(block.Rows.SelectMany(row => row))));
            Assert.Contains("欧阳某某", text, StringComparison.Ordinal);
            Assert.DoesNotContain(s_person.Name, text, StringComparison.Ordinal);
            Assert.DoesNotContain(s_person.Id, text, StringComparison.Ordinal);
            Assert.DoesNotContain(s_person.Address, text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("0", "零元整")]
    [InlineData("0.05", "伍分")]
    [InlineData("0.50", "伍角整")]
    [InlineData("200", "贰佰元整")]
    [InlineData("1005.07", "壹仟零伍元零柒分")]
    [InlineData("8400", "捌仟肆佰元整")]
    [InlineData("280000", "贰拾捌万元整")]
    [InlineData("100010", "壹拾万零壹拾元整")]
    [InlineData("10000000", "壹仟万元整")]
    [InlineData("100000001.30", "壹亿零壹元叁角整")]
    public void Capitals_OfAnAmount_AreWrittenAsBanksDo(string amount, string capitals) =>
        Assert.Equal(capitals, Yuan.Capitals(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture)));

    private static IReadOnlyDictionary<string, string> Facts(CaseRun run, DocumentKind kind) =>
        CaseDocuments.Of(kind, File(run)).OrThrow().Values;

    private static CaseFile File(CaseRun run, Subject? party = null) => new(
        run.Case,
        party ?? new Subject { Id = "91999999MA0TE5T16E", Kind = SubjectKind.Enterprise, Name = "示例公司", DivisionCode = "330727", Address = "示例路1号" },
        new Agency("ecology", "磐安县生态环境局", "330727", ["ecology"]), CaseRun.Officers, run.Law, "大队", "12345");

    private static CaseRun Investigating(CaseLaw? law = null, SubjectKind party = SubjectKind.Enterprise) => new CaseRun(Day(2, 9), party, law)
        .Take(CaseRun.File(Day(3, 6)) with { Text = $"检测报告，当事人{s_person.Name}在场" }, CaseRun.Assign(Day(3, 6)));

    private static CaseRun Noticed(CaseLaw? law = null, SubjectKind party = SubjectKind.Enterprise) =>
        Investigating(law, party).Take(CaseRun.Notice(Day(5, 20)));

    private static CaseRun Decided(CaseLaw? law = null, SubjectKind party = SubjectKind.Enterprise) =>
        Noticed(law, party).Take(CaseRun.Discuss(Day(6, 4)), CaseRun.Decide(Day(6, 4)));

    private static DateOnly Day(int month, int day) => new(2026, month, day);
}
