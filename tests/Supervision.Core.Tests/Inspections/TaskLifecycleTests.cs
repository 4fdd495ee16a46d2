using Supervision.Catalog;
using Supervision.Decisions;
using Supervision.Inspections;
using Supervision.Registry;

namespace Supervision.Core.Tests.Inspections;

// Goal: no step of an inspection is taken without what the law asks for. Each test takes one lawful visit and spoils one thing.
public sealed class TaskLifecycleTests
{
    private static readonly DateOnly s_today = new(2026, 3, 2);
    private static readonly Checklist s_checklist = new("catering", 1, "餐饮", [
        new CheckPoint("1", "消毒设施正常使用", "F-1", PointImportance.Key, "ordinary"),
        new CheckPoint("2", "厨房卫生", "F-2", PointImportance.General, "slight"),
    ]);

    [Fact]
    public void Record_LawfulVisit_IsAccepted() => Assert.Equal(TaskState.Recorded, Fire(Facts()).OrThrow());

    [Fact]
    public void PresentCertificates_SameOfficerTwice_IsOneOfficer_PenaltyLawArt42()
    {
        var refusal = Fire(Facts() with { Submission = Visit() with { PresentOfficerIds = ["O1", "O1"] } }).Refusal;
        Assert.Equal("SUP2103", refusal!.Code);
        Assert.Equal("第四十二条", refusal.Basis!.Article);
    }

    [Fact]
    public void PresentCertificates_SomebodyWhoIsNotOfTheTask_DoesNotCount() =>
        AssertRefused("SUP2103", Facts() with { Submission = Visit() with { PresentOfficerIds = ["O1", "STRANGER"] } });

    [Fact]
    public void Accept_CertificateEndedYesterday_IsRefused() => AssertRefused(
        "SUP1202", Facts() with { Officers = [Officer("O1"), Officer("O2") with { ValidTo = s_today.AddDays(-1) }] });

    [Fact]
    public void Accept_LastDayOfTheCertificate_IsStillValid() => Assert.Null(
        Fire(Facts() with { Officers = [Officer("O1"), Officer("O2") with { ValidTo = s_today }] }).Refusal);

    [Fact]
    public void Accept_Auxiliary_IsRefused() => AssertRefused(
        "SUP1201", Facts() with { Officers = [Officer("O1"), Officer("O2") with { CertificateNumber = "" }] });

    [Fact]
    public void Accept_RecusedOfficer_IsRefused_PenaltyLawArt43() => AssertRefused(
        "SUP2102", Facts() with { Recusals = [new Recusal("O2", "S", "亲属", s_today)] });

    [Fact]
    public void Accept_RecusalFromAnotherSubject_DoesNotMatter() => Assert.Null(
        Fire(Facts() with { Recusals = [new Recusal("O2", "OTHER", "亲属", s_today)] }).Refusal);

    [Fact]
    public void Record_PointLeftOpen_IsRefused() =>
        AssertRefused("SUP2104", Facts() with { Submission = Visit() with { Entries = [Conform("1")] } });

    [Fact]
    public void Record_PointAnsweredTwice_IsRefused() => AssertRefused(
        "SUP2105", Facts() with { Submission = Visit() with { Entries = [Conform("1"), Conform("1"), Conform("2")] } });

    [Fact]
    public void Record_FaultWithoutEvidence_IsRefused() => AssertRefused(
        "SUP2106",
        Facts() with { Submission = Visit() with { Entries = [Conform("1"), Conform("2") with { Answer = CheckAnswer.NonConform }] } });

    [Fact]
    public void Record_RefusalToSignWithoutWitness_IsRefused() => AssertRefused(
        "SUP2107", Facts() with { Submission = Visit() with { Signature = new RecordSignature(null, "拒签", null) } });

    [Fact]
    public void Record_WitnessedRefusalToSign_IsAccepted() => Assert.Null(
        Fire(Facts() with { Submission = Visit() with { Signature = new RecordSignature(null, "拒签", "街道办李某") } }).Refusal);

    [Fact]
    public void Fire_EveryStateAndTriggerOutsideTheTable_IsRefused()
    {
        foreach (var state in Enum.GetValues<TaskState>())
        {
            foreach (var trigger in Enum.GetValues<TaskTrigger>())
            {
                if (!TaskLifecycle.Table.Any(step => step.From == state && step.Trigger == trigger))
                {
                    Assert.Equal("SUP2101", TaskLifecycle.Table.Fire(state, trigger, Facts()).Refusal!.Code);
                }
            }
        }
    }

    // 扫码入企 (国办发〔2024〕54号): the visit is logged before any question.
    [Fact]
    public void PresentCertificates_WithoutAScan_IsRefused() =>
        AssertRefused("SUP2111", Facts() with { Submission = Visit() with { Entry = null } });

    [Fact]
    public void PresentCertificates_ScanOfSomebodyElse_IsRefused() => AssertRefused(
        "SUP2112", Facts() with { Submission = Visit() with { Entry = Visit().Entry! with { SubjectCode = "OTHER" } } });

    [Fact]
    public void PresentCertificates_BeforeTheRuleOfTheScan_NeedsNone()
    {
        var early = new DateOnly(2024, 12, 31);
        Assert.Null(Fire(Facts() with
        {
            Today = early,
            Officers = [Officer("O1") with { ValidFrom = early }, Officer("O2") with { ValidFrom = early }],
            Submission = Visit() with { Entry = null },
        }).Refusal);
    }

    [Theory]
    [InlineData("", "29.3,119.6")]
    [InlineData("phone", "")]
    public void Record_EvidenceWithoutDeviceOrPlace_IsRefused(string device, string location)
    {
        var evidence = new Evidence(new string('a', 64), Visit().Entry!.At.AddMinutes(5), device, location);
        var fault = Conform("2") with { Answer = CheckAnswer.NonConform, Evidence = [evidence] };
        AssertRefused("SUP2113", Facts() with { Submission = Visit() with { Entries = [Conform("1"), fault] } });
    }

    [Fact]
    public void Record_UnknownResultCode_IsRefused() =>
        AssertRefused("SUP2131", Facts() with { Submission = Visit() with { ResultCodes = "2" } });

    [Fact]
    public void PassRecheck_FaultStillThere_IsRefusedAndMayOnlyEscalate()
    {
        var fault = Conform("1") with { Answer = CheckAnswer.NonConform };
        var facts = Facts();
        facts = facts with
        {
            Task = facts.Task with
            {
                State = TaskState.Rechecked, Entries = [fault, Conform("2")], Recheck = new Recheck(["O1", "O2"], [fault], default),
            },
        };
        Assert.Equal("SUP2110", TaskLifecycle.Table.Fire(TaskState.Rechecked, TaskTrigger.PassRecheck, facts).Refusal!.Code);
        Assert.Equal("SUP2125", TaskLifecycle.Table.Fire(TaskState.Rechecked, TaskTrigger.Escalate, facts).Refusal!.Code);
        var escalates = facts with { Submission = Visit() with { EscalateTo = "case" } };
        Assert.Equal(TaskState.Escalated, TaskLifecycle.Table.Fire(TaskState.Rechecked, TaskTrigger.Escalate, escalates).OrThrow().To);
        facts = facts with { Task = facts.Task with { Recheck = new Recheck(["O1", "O2"], [Conform("1")], default) } };
        Assert.Equal(TaskState.Closed, TaskLifecycle.Table.Fire(TaskState.Rechecked, TaskTrigger.PassRecheck, facts).OrThrow().To);
    }

    [Fact]
    public void FindingsOf_TwoFaults_GivesTwoFindingsWithTheirSeverity()
    {
        var task = Facts().Task with { Entries = [.. s_checklist.Points.Select(p => Conform(p.Id) with { Answer = CheckAnswer.NonConform })] };
        var findings = SubmitInspection.FindingsOf(task, s_checklist, s_today);
        Assert.Equal(["T-1.1", "T-1.2"], findings.Select(finding => finding.Id));
        Assert.Equal(["ordinary", "slight"], findings.Select(finding => finding.Severity));
    }

    private static void AssertRefused(string code, TaskFacts facts) => Assert.Equal(code, Fire(facts).Refusal?.Code);

    private static Outcome<StateBox> Fire(TaskFacts facts)
    {
        var state = TaskState.Assigned;
        foreach (var trigger in new[] { TaskTrigger.Accept, TaskTrigger.PresentCertificates, TaskTrigger.Record })
        {
            if (!TaskLifecycle.Table.Fire(state, trigger, facts).TryGet(out var step, out var refusal))
            {
                return refusal;
            }

            state = step.To;
        }

        return new StateBox(state);
    }

    private static TaskFacts Facts() => new(
        new InspectionTask
        {
            Id = "T-1", DrawId = "D-1", SubjectId = "S", ItemCode = "00000000000001", Checklist = s_checklist.Reference,
            AgencyId = "A", OfficerIds = ["O1", "O2"], DueOn = s_today,
        },
        s_checklist, s_today, [Officer("O1"), Officer("O2")], [], Visit());

    private static InspectionSubmission Visit() =>
        new("T-1", ["O1", "O2"], [Conform("1"), Conform("2")], new RecordSignature("何某", null, null), null, null)
        {
            Entry = new EntryScan("S", new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8)), "phone"),
        };

    private static CheckEntry Conform(string point) => new(point, CheckAnswer.Conform, "", []);

    private static Officer Officer(string id) => new()
    {
        Id = id, Name = id, AgencyId = "A", CertificateNumber = "浙-1", ValidFrom = s_today.AddYears(-1),
        ValidTo = s_today.AddYears(1), Fields = ["food"],
    };

    private sealed record StateBox(TaskState State)
    {
        public static implicit operator TaskState(StateBox box) => box.State;
    }
}
