using Supervision.Catalog;
using Supervision.Inspections;
using Supervision.Registry;
using Supervision.Time;

namespace Supervision.Core.Tests.Inspections;

public sealed class TaskStepsTests
{
    private static readonly Checklist s_checklist = new("lift", 1, "电梯", [
        new CheckPoint("1", "维护保养记录签字", "F-1", PointImportance.Key, "ordinary"),
    ]);

    // 特种设备安全监督检查办法 art. 29: recheck within ten working days after the report. Reported on Wed 2026-09-16, with
    // Mid-Autumn (25 Sep off, Sun 20 Sep worked) and National Day on the way.
    [Fact]
    public void ReportCorrection_SpecialEquipment_RecheckIsDueInTenWorkingDays()
    {
        var task = Report("special-equipment", new DateOnly(2026, 9, 16));
        Assert.Equal(new DateOnly(2026, 9, 30), task.RecheckBy);
    }

    [Fact]
    public void ReportCorrection_FieldWithoutAPeriod_LeavesTheRecheckOpen() =>
        Assert.Null(Report("food", new DateOnly(2026, 9, 16)).RecheckBy);

    [Fact]
    public void ReportCorrection_BeforeTheRule_HasNoPeriod() =>
        Assert.Null(Report("special-equipment", new DateOnly(2022, 6, 30)).RecheckBy);

    // 市场监督管理行政处罚程序规定 art. 18, with the clue of domain.md §11: Mon 2026-02-09 → file by 03-06.
    [Fact]
    public void ReportClue_FromAFault_IsDecidedWithinFifteenWorkingDays()
    {
        var today = new DateOnly(2026, 2, 9);
        var fault = new CheckEntry("1", CheckAnswer.NonConform, "超标", []);
        var task = Task() with { State = TaskState.Recorded, Entries = [fault], OfficerSignatures = Signed("O1", "O2") };
        var facts = Facts(task, today, new InspectionSubmission("T", [], [], null, null, null) { ClueFacts = "氨氮超标" });
        var clue = TaskSteps.Apply(facts, TaskTrigger.ReportClue, default, Clock, "").OrThrow().Clue!;
        Assert.Equal(new DateOnly(2026, 3, 6), clue.DecideBy);
        Assert.Equal(["1"], clue.PointIds);
    }

    [Fact]
    public void OrderRectification_OneSignature_IsRefused_PenaltyLawArt42()
    {
        var fault = new CheckEntry("1", CheckAnswer.NonConform, "", []);
        var task = Task() with { State = TaskState.Recorded, Entries = [fault], OfficerSignatures = Signed("O1") };
        var today = new DateOnly(2026, 3, 2);
        var refusal = TaskSteps.Apply(
            Facts(task, today, new InspectionSubmission("T", [], [], null, today, null)),
            TaskTrigger.OrderRectification, default, Clock, "").Refusal!;
        Assert.Equal(("SUP2118", "第四十二条"), (refusal.Code, refusal.Basis!.Article));
    }

    // The order names its items, its last day and the remedies (行政复议法 art. 20, 行政诉讼法 art. 46).
    [Fact]
    public void OrderRectification_OfTheRecord_NamesItemsDateAndRemedies()
    {
        var fault = new CheckEntry("1", CheckAnswer.NonConform, "", []);
        var task = Task() with { State = TaskState.Recorded, Entries = [fault], OfficerSignatures = Signed("O1", "O2") };
        var today = new DateOnly(2026, 3, 2);
        var order = TaskSteps.Apply(
            Facts(task, today, new InspectionSubmission("T", [], [], null, today.AddDays(15), null)),
            TaskTrigger.OrderRectification, default, Clock, "").OrThrow().Order!;
        Assert.Equal(["1"], order.PointIds);
        Assert.Equal(today.AddDays(15), order.DueOn);
        Assert.Contains("六十日内申请行政复议", order.Remedy, StringComparison.Ordinal);
        Assert.Contains("六个月内提起行政诉讼", order.Remedy, StringComparison.Ordinal);
    }

    // Who is there beside the officers of the task, a press or an observer, is no officer of its record.
    [Fact]
    public void PresentCertificates_WithAStranger_KeepsTheOfficersOfTheTask()
    {
        var today = new DateOnly(2026, 3, 2);
        var officers = ((string[])["O1", "O2"]).Select(id => new Officer
        {
            Id = id, Name = id, AgencyId = "A", CertificateNumber = "浙-1", ValidFrom = today, ValidTo = today,
        });
        var handed = new InspectionSubmission("T", ["O1", "STRANGER", "O2"], [], null, null, null) { Entry = new EntryScan("S", default, "phone") };
        var task = TaskSteps.Apply(
            Facts(Task() with { State = TaskState.Accepted }, today, handed) with { Officers = [.. officers] }, TaskTrigger.PresentCertificates, default, Clock, "").OrThrow();
        Assert.Equal(["O1", "O2"], task.PresentOfficerIds);
    }

    private static LegalClock Clock { get; } = new(WorkingCalendar.Shipped, PeriodConventions.Shipped);

    private static InspectionTask Report(string field, DateOnly today)
    {
        var task = Task() with { State = TaskState.Rectifying };
        var facts = Facts(task, today, new InspectionSubmission("T", [], [], null, null, null));
        return TaskSteps.Apply(facts, TaskTrigger.ReportCorrection, default, Clock, field).OrThrow();
    }

    private static OfficerSignature[] Signed(params string[] officers) =>
        [.. officers.Select(officer => new OfficerSignature(officer, "h", default))];

    private static TaskFacts Facts(InspectionTask task, DateOnly today, InspectionSubmission submission) =>
        new(task, s_checklist, today, [new Officer { Id = "O1", Name = "x", AgencyId = "A" }], [], submission);

    private static InspectionTask Task() => new()
    {
        Id = "T", SubjectId = "S", ItemCode = "00000000000001", Checklist = s_checklist.Reference,
        AgencyId = "A", OfficerIds = ["O1", "O2"], DueOn = new DateOnly(2026, 12, 31), RecordHash = "h",
    };
}
