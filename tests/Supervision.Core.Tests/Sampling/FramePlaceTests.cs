using FsCheck;
using FsCheck.Fluent;
using Supervision.Catalog;
using Supervision.Decisions;
using Supervision.Registry;
using Supervision.Sampling;

namespace Supervision.Core.Tests.Sampling;

// Goal: a list may make supervision denser, or leave somebody in peace, and nothing else: it never lightens what a subject's own weight asks for, never
// takes out whom a statute demands, and never puts into the drum whom the register keeps out.
public sealed class FramePlaceTests
{
    private static readonly DateOnly s_today = new(2026, 9, 14);

    private static readonly Gen<(FrameSubject Subject, FrameMark? Mark, int? AtLeast)> s_case =
        from status in Gen.Elements(Enum.GetValues<SubjectStatus>())
        from tier in Gen.Elements("A", "B", "C", "D")
        from weight in Gen.Choose(1, 40)
        from daysAgo in Gen.Choose(0, 800)
        from wasInspected in Gen.Elements(true, false)
        from marked in Gen.Elements("", "peace", "A", "B", "C", "D")
        from waives in Gen.Elements(true, false)
        from atLeast in Gen.Elements<int?>(null, 12, 24)
        select (
            new FrameSubject("S", "330782", status, null, new SubjectWeight(tier, weight), wasInspected ? s_today.AddDays(-daysAgo) : null),
            marked.Length == 0 ? null : new FrameMark(marked == "peace" ? null : marked, marked != "peace" && waives, Explanation.Of(Message.Literal("x"))),
            atLeast);

    [Fact]
    public void Of_AnyMark_OnlyMakesDenserOrLeavesInPeace() => Prop.ForAll(s_case.ToArbitrary(), drawn =>
    {
        var (subject, mark, atLeast) = drawn;
        var plan = Plan() with { Frequency = new VisitFrequency(null, atLeast) };
        var own = subject.Weight!.Value;
        var raised = FramePlace.Raise(own, mark, new Initial(), s_today);
        Assert.True(string.CompareOrdinal(raised.Tier, own.Tier) >= 0 && raised.Weight >= own.Weight, $"{own} became {raised}");
        var without = FramePlace.Of(subject, plan, own, null, null, s_today);
        var with = FramePlace.Of(subject, plan, raised, mark, null, s_today);
        Assert.Equal(subject.Status == SubjectStatus.Active, with.Status != FrameStatus.NotDrawable);
        if (without.Status == FrameStatus.Eligible)
        {
            Assert.Equal(mark is { Tier: null } && !without.IsDue ? FrameStatus.NoTrouble : FrameStatus.Eligible, with.Status);
        }

        if (without.Status == FrameStatus.CoolDown)
        {
            Assert.Equal(mark is { WaivesCoolDown: true } ? FrameStatus.Eligible : FrameStatus.CoolDown, with.Status);
        }

        Assert.Equal(FrameStatus.Exempt, FramePlace.Of(subject, plan, raised, mark, FrameStatus.Exempt, s_today).Status);
    }).QuickCheckThrowOnFailure();

    private static InspectionPlan Plan() => new()
    {
        Id = "p", Name = "p", AgencyId = "a", ItemCode = "00000000000001", Field = "food",
        Checklist = new ChecklistReference("c", 1, ""), DivisionCode = "330700", SubjectCategories = [],
        From = s_today, To = s_today, Rates = [], MinPerCell = 0, CoolDownDays = 180, RatioSource = "",
    };

    private sealed class Initial : IInitialWeighing
    {
        public SubjectWeight For(string? deliveredRiskClass, DateOnly date) => new(deliveredRiskClass!, 16);
    }
}
