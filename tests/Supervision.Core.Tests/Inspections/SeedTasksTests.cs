using Supervision.Catalog;
using Supervision.Decisions;
using Supervision.Inspections;
using Supervision.Registry;
using Supervision.Time;

namespace Supervision.Core.Tests.Inspections;

// Goal: the three visits that domain.md §§9 and 14 tell of, by the rules of their own days: neither the scan of 2025 nor the recheck
// period of 2022 is asked of 2019.
public sealed class SeedTasksTests
{
    private static readonly LegalClock s_clock = new(WorkingCalendar.Shipped, PeriodConventions.Shipped);

    // 2019-09-16, from the high-risk list: a month of lift maintenance unsigned (特种设备安全监察条例 arts 27, 31), the alarm phone dead: the
    // order to correct is issued on the spot.
    [Fact]
    public void TheLift_TwoFaults_IsOrderedToCorrectOnTheSpot()
    {
        var day = new DateOnly(2019, 9, 16);
        var task = Visit(TaskSource.Warning, "special-equipment", day, At(day, 9, 30), ["维护保养记录签字", "紧急报警电话有效"], day.AddDays(15));
        Assert.Equal(TaskState.Rectifying, task.State);
        Assert.Equal(["1", "2"], task.Order!.PointIds);
        Assert.Equal(day, task.Order.IssuedOn);
        Assert.Null(Step(task, TaskTrigger.ReportCorrection, day.AddDays(10), At(day, 9, 0), "special-equipment").RecheckBy);
    }

    // 2019-08-05, weeds on a road verge: photo, order, recheck on the next day, passed.
    [Fact]
    public void TheRoadVerge_OrderedForTheNextDay_IsRecheckedAndClosedThen()
    {
        var day = new DateOnly(2019, 8, 5);
        var task = Visit(TaskSource.Coordination, "urban", day, At(day, 10, 0), ["路肩无杂草"], day.AddDays(1));
        Assert.Equal(day.AddDays(1), task.RectifyBy);
        task = Step(task, TaskTrigger.Recheck, day.AddDays(1), At(day.AddDays(1), 9, 0), "urban", entries: [new("1", CheckAnswer.Conform, "", [])]);
        Assert.Equal(TaskState.Closed, Step(task, TaskTrigger.PassRecheck, day.AddDays(1), At(day.AddDays(1), 9, 5), "urban").State);
    }

    // 2019-08-08, 17:05: 25 barrels of chemicals. Received and left at once: accepted in the minute in which it came, shown on site the same evening.
    [Fact]
    public void TheBarrels_ReceivedAt1705_AreOnSiteTheSameEvening()
    {
        var day = new DateOnly(2019, 8, 8);
        var task = Step(New(TaskSource.Coordination, day, Form("桶装化学品")), TaskTrigger.Accept, day, At(day, 17, 5), "ecology");
        task = Step(task, TaskTrigger.PresentCertificates, day, At(day, 18, 0), "ecology");
        Assert.Equal((TaskState.OnSite, At(day, 18, 0)), (task.State, task.PresentedAt));
    }

    // 特种设备安全监督检查办法 art. 28: terminated only with a recorded reason.
    [Fact]
    public void Terminate_WithoutAReason_IsRefused()
    {
        var day = new DateOnly(2026, 3, 2);
        var task = New(TaskSource.Complaint, day, Form("电梯"));
        Assert.Equal("SUP2109", Try(task, TaskTrigger.Terminate, day, default, "", Handed(task)).Refusal!.Code);
        var ended = Try(task, TaskTrigger.Terminate, day, default, "", Handed(task) with { TerminationReason = "已停业" }).OrThrow();
        Assert.Equal((TaskState.Terminated, "已停业"), (ended.State, ended.TerminationReason));
    }

    // Accepted, shown, recorded with every point found wanting, signed by two, ordered to correct.
    private static InspectionTask Visit(TaskSource source, string field, DateOnly day, DateTimeOffset at, string[] points, DateOnly due)
    {
        var form = Form(points);
        var task = Step(New(source, day, form), TaskTrigger.Accept, day, at, field, form);
        task = Step(task, TaskTrigger.PresentCertificates, day, at, field, form);
        var photo = new Evidence(new string('a', 64), at.AddMinutes(5), "phone", "28.7,120.4");
        task = Step(task, TaskTrigger.Record, day, at.AddMinutes(20), field, form,
            [.. form.Points.Select(point => new CheckEntry(point.Id, CheckAnswer.NonConform, "", [photo]))]);
        foreach (var officer in task.OfficerIds)
        {
            task = Try(task, TaskTrigger.Countersign, day, at.AddMinutes(25), field, Handed(task) with
            {
                OfficerSignatures = [new OfficerSignature(officer, task.RecordHash!, at.AddMinutes(25))],
            }, form).OrThrow();
        }

        return Try(task, TaskTrigger.OrderRectification, day, at.AddMinutes(30), field, Handed(task) with { RectifyBy = due }, form).OrThrow();
    }

    private static InspectionTask Step(
        InspectionTask task, TaskTrigger trigger, DateOnly day, DateTimeOffset at, string field, Checklist? form = null,
        IReadOnlyList<CheckEntry>? entries = null) => Try(task, trigger, day, at, field, Handed(task) with { Entries = entries ?? [] }, form).OrThrow();

    private static Outcome<InspectionTask> Try(
        InspectionTask task, TaskTrigger trigger, DateOnly day, DateTimeOffset at, string field, InspectionSubmission handed, Checklist? form = null) =>
        TaskSteps.Apply(new TaskFacts(task, form ?? Form("1"), day, [.. task.OfficerIds.Select(Officer)], [], handed), trigger, at, s_clock, field);

    private static InspectionSubmission Handed(InspectionTask task) =>
        new(task.Id, task.OfficerIds, [], new RecordSignature("当事人", null, null), null, null);

    private static InspectionTask New(TaskSource source, DateOnly day, Checklist form) => new()
    {
        Id = "T", Source = source, SubjectId = "S", ItemCode = "00000000000001", Checklist = form.Reference, AgencyId = "A",
        OfficerIds = ["O1", "O2"], DueOn = day,
    };

    private static Checklist Form(params string[] points) => new("form", 1, "检查表", [
        .. points.Select((text, i) => new CheckPoint($"{i + 1}", text, $"F-{i + 1}", PointImportance.Key, null)),
    ]);

    private static Officer Officer(string id) => new()
    {
        Id = id, Name = id, AgencyId = "A", CertificateNumber = $"浙-{id}", ValidFrom = new DateOnly(2018, 1, 1), ValidTo = new DateOnly(2030, 1, 1),
    };

    private static DateTimeOffset At(DateOnly day, int hour, int minute) => new(day, new TimeOnly(hour, minute), TimeSpan.FromHours(8));
}
