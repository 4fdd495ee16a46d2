using FsCheck;
using FsCheck.Fluent;
using Supervision.Credit;
using Supervision.SelfGovernance;

namespace Supervision.Core.Tests.SelfGovernance;

// Goal: an exam is passed by enough right answers and by nothing else, and nothing counts that was not asked or not answered.
public sealed class SelfTaskMaterialTests
{
    private static readonly DateOnly s_on = new(2026, 3, 2);

    [Fact]
    public void Judge_AnyAnswersToAnExam_PassesFromThePassMarkOn() =>
        Prop.ForAll(Gen.ArrayOf(Gen.Elements(true, false), 3).ToArbitrary(), right =>
        {
            var exam = SelfTaskMaterials.Shipped.Find("exam-food-law", s_on).OrThrow();
            var answers = exam.Parts.Select((part, at) => (part.Id, Answer: part.Options.First(option => option == part.Right == right[at])))
                .ToDictionary(one => one.Id, one => one.Answer);
            var score = 100m * right.Count(one => one) / 3;
            var judged = exam.Judge(answers, null);
            Assert.Equal(score >= 60, judged.IsAccepted);
            Assert.Equal(score >= 60 ? null : "SUP3142", judged.Refusal?.Code);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Judge_UnaskedOrMissingAnswers_AreRefusedForEachKind()
    {
        foreach (var material in SelfTaskMaterials.Shipped.On(s_on))
        {
            var full = material.Parts.ToDictionary(part => part.Id, part => part.Right ?? (part.Options.Count > 0 ? part.Options[0] : "x"));
            var evidence = material.Kind == SelfGovernanceKind.SelfCheck ? new string('a', 64) : null;
            Assert.Equal(100m, material.Judge(full, evidence).OrThrow());
            Assert.Equal("SUP3146", material.Judge(new Dictionary<string, string>(full) { ["no-such"] = "x" }, evidence).Refusal!.Code);
            foreach (var part in material.Parts)
            {
                Assert.Equal("SUP3146", material.Judge(new Dictionary<string, string>(full) { [part.Id] = " " }, evidence).Refusal!.Code);
            }
        }

        Assert.Equal(Enum.GetValues<SelfGovernanceKind>(), SelfTaskMaterials.Shipped.On(s_on).Select(one => one.Kind));
    }

    [Theory]
    [InlineData("""{"id":"x","kind":"Exam","title":"x","law":"x","article":"","from":"2019-01-01","parts":[{"id":"1","text":"x","options":["a"],"right":"a"}]}""")]
    [InlineData("""{"id":"x","kind":"Exam","title":"x","passMark":60,"law":"x","article":"","from":"2019-01-01","parts":[{"id":"1","text":"x","options":["a"],"right":"b"}]}""")]
    [InlineData("""{"id":"x","kind":"Study","title":"x","passMark":60,"law":"x","article":"","from":"2019-01-01","parts":[{"id":"1","text":"x"}]}""")]
    public void Parse_AnExamWithoutPassMarkOrRightOption_IsRefused(string material) =>
        Assert.Contains("'x'", Assert.Throws<System.Text.Json.JsonException>(() => SelfTaskMaterials.Parse($$"""{"materials":[{{material}}]}""")).Message, StringComparison.Ordinal);

    // A history as of a day before the annulment still has the notice, and afterwards has not.
    [Fact]
    public void CountedOn_BeforeAndAfterTheAnnulment_DiffersByTheNotice()
    {
        CreditEvent Event(string id, CreditEventKind kind, int day, string? names = null) =>
            new(id, "S", kind, new DateOnly(2026, 3, day), day, []) { Names = names };
        var history = new CreditHistory("S",
            [Event("N-1", CreditEventKind.PointNoticeServed, 1), Event("N-2", CreditEventKind.PointNoticeServed, 2), Event("A", CreditEventKind.PointNoticeAnnulled, 5, "N-1")]);
        Assert.Equal(["N-1", "N-2"], history.CountedOn(new DateOnly(2026, 3, 4)).Events.Select(one => one.Id));
        Assert.Equal(["N-2"], history.CountedOn(new DateOnly(2026, 3, 5)).Events.Select(one => one.Id));
    }
}
