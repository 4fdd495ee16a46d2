using Supervision.Catalog;
using Supervision.Inspections;

namespace Supervision.Core.Tests.Inspections;

/// <summary>What is due about a task: the visit, then the correction that was ordered, then the recheck.</summary>
public sealed class DueTaskTests
{
    private static readonly DateOnly s_visit = new(2026, 12, 31);
    private static readonly DateOnly s_correction = new(2026, 3, 25);
    private static readonly DateOnly s_recheck = new(2026, 4, 30);

    [Fact]
    public void BeforeAnOrder_TheVisitIsDue() => Assert.Equal(s_visit, Task(TaskState.Accepted).NextDue);

    [Fact]
    public void AfterAnOrder_TheCorrectionIsDue() => Assert.Equal(s_correction, Task(TaskState.Rectifying).NextDue);

    [Fact]
    public void AfterTheReport_TheRecheckIsDue_WhereALawSaysUntilWhen()
    {
        var reported = Task(TaskState.Rectifying) with { CorrectionReportedOn = new DateOnly(2026, 3, 20) };
        Assert.Equal(s_recheck, reported.NextDue);
        Assert.Equal(s_correction, (reported with { RecheckBy = null }).NextDue);
    }

    private static InspectionTask Task(TaskState state) => new()
    {
        Id = "t", SubjectId = "s", ItemCode = "i", Checklist = new ChecklistReference("c", 1, "h"), AgencyId = "a", OfficerIds = ["o1", "o2"], DueOn = s_visit, State = state,
        RectifyBy = s_correction, RecheckBy = s_recheck,
    };
}
