using Supervision.Catalog;
using Supervision.Inspections;

namespace Supervision.Core.Tests.Inspections;

// The pass rate of the catering form: passed / (checked − reasonably absent).
public sealed class AnswerTallyTests
{
    [Fact]
    public void Of_MixedAnswers_LeavesWhatDoesNotApplyOutOfTheRate()
    {
        var checklist = new Checklist("c", 1, "餐饮", [.. Enumerable.Range(1, 12).Select(i => new CheckPoint(
            $"{i}", "t", $"c{i}", i <= 2 ? PointImportance.Key : PointImportance.General, null))]);
        var entries = checklist.Points.Select((point, i) => new CheckEntry(
            point.Id, i is 1 or 3 ? CheckAnswer.NonConform : i is 4 ? CheckAnswer.NotApplicable : CheckAnswer.Conform, "", []));
        var tally = AnswerTally.Of(entries, checklist);
        Assert.Equal(new AnswerTally(2, 1, 9, 1, 1), tally);
        Assert.Equal("8/9 (88.89 %)", tally.GeneralPassRate.ToString());
    }

    [Fact]
    public void GeneralPassRate_NothingApplies_IsNoRate() => Assert.Null(new AnswerTally(1, 0, 0, 0, 3).GeneralPassRate);
}
