using System.Globalization;
using Supervision.Cases;
using Supervision.Documents;
using Supervision.Inspections;
using Supervision.Web.Localization;
using Supervision.Web.Pages.Bureau;
using Supervision.Web.Pages.Bureau.Cases;
using Supervision.Web.Pages.Bureau.Tasks;

namespace Supervision.Web.Tests;

/// <summary>The forms of steps against the life-cycles: every step has a form, every condition and choice its words in both languages.</summary>
public sealed class StepTextsTests
{
    public static TheoryData<string> Languages => ["zh-CN", "en"];

    [Theory]
    [MemberData(nameof(Languages))]
    public void EveryStepConditionAndChoice_HasAText(string language)
    {
        var texts = In(language);
        string[] keys =
        [
            .. CaseLifecycle.Table.SelectMany(step => (string[])[$"case.step.{step.Trigger}", $"case.state.{step.From}", $"case.state.{step.To}"]),
            .. TaskLifecycle.Table.SelectMany(step => (string[])[$"task.step.{step.Trigger}", $"task.state.{step.From}", $"task.state.{step.To}"]),
            .. CaseLifecycle.Table.SelectMany(step => step.Guards).Select(guard => PossibleStep.KeyOf(guard.Name)),
            .. TaskLifecycle.Table.SelectMany(step => step.Guards).Select(guard => PossibleStep.KeyOf(guard.Name)),
            .. Of<PenaltyKind>("case.kind").Where(key => key != "case.kind.None"), .. Of<PenaltyGrade>("case.grade"), .. Of<NoPenaltyGround>("case.ground"),
            .. Of<ServiceMethod>("case.method"), .. Of<PublicityChannel>("case.channel"), .. Of<RemedyKind>("case.remedy"),
            .. Of<ExclusionKind>("case.exclusion").Where(key => key != "case.exclusion.Hearing"), .. Of<CaseMarks>("case.mark").Where(key => key != "case.mark.None"),
            .. from trigger in CaseFields.ByPeople
               from field in CaseFields.Of(trigger)
               select CaseFields.KeyOf(trigger, field),
            .. Enum.GetValues<CaseTrigger>().Select(CaseDocuments.KindOf).OfType<DocumentKind>().Select(kind => $"document.kind.{kind}"),
        ];
        Assert.All(keys.Distinct(StringComparer.Ordinal), key => Assert.NotEmpty(texts[key]));
    }

    // A text that stands in English alone would show in a Chinese page.
    [Fact]
    public void TheConditions_AreSaidInChinese()
    {
        var texts = In("zh-CN");
        var guards = CaseLifecycle.Table.SelectMany(step => step.Guards).Select(guard => guard.Name).Concat(TaskLifecycle.Table.SelectMany(step => step.Guards).Select(guard => guard.Name));
        Assert.All(guards, guard => Assert.Contains(texts[PossibleStep.KeyOf(guard)], letter => letter is >= '一' and <= '鿿'));
    }

    [Fact]
    public void EveryStepThatPeopleTake_HasAForm() =>
        Assert.Equal(Enum.GetValues<CaseTrigger>().Except([CaseTrigger.Send, CaseTrigger.RecordReport, CaseTrigger.SetReportAside]), CaseFields.ByPeople.Order());

    // What is judged before anything is entered must be a condition that there is.
    [Fact]
    public void TheConditionsJudgedBeforehand_AreConditionsOfTheLifecycles()
    {
        Assert.Superset(CaseSteps.OfTheCase.ToHashSet(), CaseLifecycle.Table.SelectMany(step => step.Guards).Select(guard => guard.Name).ToHashSet());
        Assert.Superset(TaskStepsNow.OfTheTask.ToHashSet(), TaskLifecycle.Table.SelectMany(step => step.Guards).Select(guard => guard.Name).ToHashSet());
    }

    private static IEnumerable<string> Of<T>(string prefix)
        where T : struct, Enum => Enum.GetValues<T>().Select(value => $"{prefix}.{value}");

    private static WebTexts In(string language)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
            return new WebTexts();
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
