using Supervision.Catalog;
using Supervision.Inspections;
using Supervision.Web.Pages.Bureau.Tasks;

namespace Supervision.Web.Tests;

/// <summary>What is due about a task: the visit, then the correction that was ordered, then the recheck.</summary>
public sealed class TaskDueTests
{
    private static readonly DateOnly s_visit = new(2026, 12, 31);
    private static readonly DateOnly s_correction = new(2026, 3, 25);
    private static readonly DateOnly s_recheck = new(2026, 4, 30);

    [Fact]
    public void BeforeAnOrder_TheVisitIsDue() => Assert.Equal(s_visit, TaskDue.Of(Task(TaskState.Accepted)));

    [Fact]
    public void AfterAnOrder_TheCorrectionIsDue() => Assert.Equal(s_correction, TaskDue.Of(Task(TaskState.Rectifying)));

    [Fact]
    public void AfterTheReport_TheRecheckIsDue_WhereALawSaysUntilWhen()
    {
        var reported = Task(TaskState.Rectifying) with { CorrectionReportedOn = new DateOnly(2026, 3, 20) };
        Assert.Equal(s_recheck, TaskDue.Of(reported));
        Assert.Equal(s_correction, TaskDue.Of(reported with { RecheckBy = null }));
    }

    private static InspectionTask Task(TaskState state) => new()
    {
        Id = "t", SubjectId = "s", ItemCode = "i", Checklist = new ChecklistReference("c", 1, "h"), AgencyId = "a", OfficerIds = ["o1", "o2"], DueOn = s_visit, State = state,
        RectifyBy = s_correction, RecheckBy = s_recheck,
    };
}
