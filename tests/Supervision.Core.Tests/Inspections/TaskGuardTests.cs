using Supervision.Catalog;
using Supervision.Inspections;

namespace Supervision.Core.Tests.Inspections;

// Goal: each condition of domain.md §9 after the record refuses the step that lacks it by its own code, and the same step with it is taken.
public sealed class TaskGuardTests
{
    private static readonly DateOnly s_today = new(2026, 3, 2);
    private static readonly DateTimeOffset s_at = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8));
    private static readonly string s_photo = new('a', 64);
    private static readonly string s_hash = new('b', 64);
    private static readonly Checklist s_checklist = new("catering", 1, "餐饮", [
        new CheckPoint("1", "消毒设施正常使用", "F-1", PointImportance.Key, "ordinary"),
        new CheckPoint("2", "厨房卫生", "F-2", PointImportance.General, "slight"),
    ]);

    public static TheoryData<string, string> Rows => [.. s_rows.Select(row => (row.Name, row.Code))];

    private static readonly List<(string Name, string Code, TaskState State, TaskTrigger Trigger, TaskFacts Lacking, TaskFacts Whole)> s_rows =
    [
        ("evidence older than the scan", "SUP2114", TaskState.OnSite, TaskTrigger.Record, Facts(Handed(Fault(s_at.AddMinutes(-1)))), Facts(Handed(Fault(s_at)))),
        ("evidence older than the scan, by the device of the scan alone", "SUP2114", TaskState.OnSite, TaskTrigger.Record, Facts(Handed(Fault(s_at.AddMinutes(-1)))), Facts(Handed(Fault(s_at.AddMinutes(-1), "phone-2")))),
        ("evidence without its time", "SUP2113", TaskState.OnSite, TaskTrigger.Record, Facts(Handed(Fault(default, "phone-2"))), Facts(Handed(Fault(s_at, "phone-2")))),
        ("an answer that is none", "SUP2105", TaskState.OnSite, TaskTrigger.Record, Facts(Handed(Conform("2") with { Answer = (CheckAnswer)9 })), Facts(Handed())),
        ("a recheck that leaves an ordered point open", "SUP2104", TaskState.Rectifying, TaskTrigger.Recheck, Rectifying() with { Submission = Handed() with { Entries = [Conform("1")] } }, Rectifying()),
        ("a recheck of a point that the form has not", "SUP2105", TaskState.Rectifying, TaskTrigger.Recheck, Rectifying() with { Submission = Handed() with { Entries = [Conform("2"), Conform("9")] } }, Rectifying()),
        ("two signatures in one step", "SUP2115", TaskState.Recorded, TaskTrigger.Countersign, Recorded() with { Submission = Signed("O1", "O2") }, Recorded() with { Submission = Signed("O1") }),
        ("the signature of another record", "SUP2116", TaskState.Recorded, TaskTrigger.Countersign, Recorded() with { Submission = Signed("O1") with { OfficerSignatures = [new("O1", s_photo, s_at)] } }, Recorded() with { Submission = Signed("O1") }),
        ("the signature of somebody who was not there", "SUP2117", TaskState.Recorded, TaskTrigger.Countersign, Recorded() with { Submission = Signed("O3") }, Recorded() with { Submission = Signed("O2") }),
        ("the same signature twice", "SUP2117", TaskState.Recorded, TaskTrigger.Countersign, Recorded(signed: ["O1"]) with { Submission = Signed("O1") }, Recorded(signed: ["O1"]) with { Submission = Signed("O2") }),
        ("close with one signature", "SUP2118", TaskState.Recorded, TaskTrigger.Close, Recorded(clean: true, signed: ["O1"]), Recorded(clean: true, signed: ["O1", "O2"])),
        ("close with a fault left", "SUP2119", TaskState.Recorded, TaskTrigger.Close, Recorded(signed: ["O1", "O2"]), Recorded(clean: true, signed: ["O1", "O2"])),
        ("an order without a fault", "SUP2120", TaskState.Recorded, TaskTrigger.OrderRectification, Ordered(Recorded(clean: true, signed: ["O1", "O2"])), Ordered(Recorded(signed: ["O1", "O2"]))),
        ("an order of a point that was in order", "SUP2121", TaskState.Recorded, TaskTrigger.OrderRectification, Ordered(Recorded(signed: ["O1", "O2"]), "1"), Ordered(Recorded(signed: ["O1", "O2"]), "2")),
        ("an order without a last day", "SUP2108", TaskState.Recorded, TaskTrigger.OrderRectification, Recorded(signed: ["O1", "O2"]), Ordered(Recorded(signed: ["O1", "O2"]))),
        ("an order that ends before it begins", "SUP2108", TaskState.Recorded, TaskTrigger.OrderRectification, Recorded(signed: ["O1", "O2"]) with { Submission = Handed() with { RectifyBy = s_today.AddDays(-1) } }, Ordered(Recorded(signed: ["O1", "O2"]))),
        ("a clue without its facts", "SUP2122", TaskState.Recorded, TaskTrigger.ReportClue, Clue(" "), Clue("涉嫌使用过期食品原料")),
        ("a correction reported twice", "SUP2123", TaskState.Rectifying, TaskTrigger.ReportCorrection, Rectifying(reportedOn: s_today), Rectifying()),
        ("escalated although all is corrected", "SUP2124", TaskState.Rechecked, TaskTrigger.Escalate, Rechecked(corrected: true) with { Submission = Handed() with { EscalateTo = "case-1" } }, Rechecked(corrected: false) with { Submission = Handed() with { EscalateTo = "case-1" } }),
        ("escalated to nowhere", "SUP2125", TaskState.Rechecked, TaskTrigger.Escalate, Rechecked(corrected: false), Rechecked(corrected: false) with { Submission = Handed() with { EscalateTo = "case-1" } }),
        ("passed although a fault is there", "SUP2110", TaskState.Rechecked, TaskTrigger.PassRecheck, Rechecked(corrected: false), Rechecked(corrected: true)),
        ("ended without a reason", "SUP2109", TaskState.Assigned, TaskTrigger.Terminate, Facts(Handed()), Facts(Handed() with { TerminationReason = "已注销" })),
    ];

    [Theory]
    [MemberData(nameof(Rows))]
    public void Step_ThatLacksItsCondition_IsRefused(string name, string code)
    {
        var (_, _, state, trigger, lacking, whole) = s_rows.Single(row => row.Name == name);
        var taken = TaskLifecycle.Table.Fire(state, trigger, whole with { Task = whole.Task with { State = state } });
        Assert.True(taken.IsAccepted, $"{name}: {taken.Refusal}");
        Assert.Equal(code, TaskLifecycle.Table.Fire(state, trigger, lacking with { Task = lacking.Task with { State = state } }).Refusal?.Code);
    }

    private static TaskFacts Facts(InspectionSubmission handed) => new(
        new InspectionTask
        {
            Id = "T-1", DrawId = "D-1", SubjectId = "S", ItemCode = "00000000000001", Checklist = s_checklist.Reference, AgencyId = "A",
            OfficerIds = ["O1", "O2"], DueOn = s_today, Entry = new EntryScan("S", s_at, "phone"), PresentOfficerIds = ["O1", "O2"],
        },
        s_checklist, s_today, [], [], handed);

    private static TaskFacts Recorded(bool clean = false, params string[] signed)
    {
        var facts = Facts(Handed());
        return facts with
        {
            Task = facts.Task with
            {
                Entries = clean ? [Conform("1"), Conform("2")] : [Conform("1"), Fault(s_at)], RecordedAt = s_at, RecordHash = s_hash,
                OfficerSignatures = [.. signed.Select(id => new OfficerSignature(id, s_hash, s_at))],
            },
        };
    }

    private static TaskFacts Ordered(TaskFacts facts, params string[] points) =>
        facts with { Submission = Handed() with { RectifyBy = s_today.AddDays(1), OrderedPointIds = points } };

    private static TaskFacts Clue(string text) =>
        Recorded(signed: ["O1", "O2"]) with { Submission = Handed() with { ClueFacts = text } };

    private static TaskFacts Rectifying(DateOnly? reportedOn = null)
    {
        var facts = Recorded(signed: ["O1", "O2"]);
        return facts with { Task = facts.Task with { Order = new RectificationOrder(["2"], s_today, "", s_today), RectifyBy = s_today, CorrectionReportedOn = reportedOn } };
    }

    private static TaskFacts Rechecked(bool corrected)
    {
        var facts = Rectifying();
        return facts with { Task = facts.Task with { Recheck = new Recheck(["O1", "O2"], [corrected ? Conform("2") : Fault(s_at)], s_at) } };
    }

    private static InspectionSubmission Signed(params string[] officers) =>
        Handed() with { OfficerSignatures = [.. officers.Select(id => new OfficerSignature(id, s_hash, s_at))] };

    private static InspectionSubmission Handed(CheckEntry? second = null) =>
        new("T-1", ["O1", "O2"], [Conform("1"), second ?? Conform("2")], new RecordSignature("何某", null, null), null, null);

    private static CheckEntry Conform(string point) => new(point, CheckAnswer.Conform, "", []);

    private static CheckEntry Fault(DateTimeOffset takenAt, string device = "phone") =>
        new("2", CheckAnswer.NonConform, "脏", [new Evidence(s_photo, takenAt, device, "29.3,120.1")]);
}
