using FsCheck;
using FsCheck.Fluent;
using Supervision.Catalog;
using Supervision.Inspections;
using Supervision.Registry;
using Supervision.Time;

namespace Supervision.Core.Tests.Inspections;

// Goal: no sequence of steps, lawful or not, reaches an unlawful state, skips a mandatory step or edits a finished record.
// Method: random triggers with random submissions; after each accepted step the task must satisfy every law below.
public sealed class TaskModelTests
{
    private static readonly DateOnly s_today = new(2026, 3, 2);
    private static readonly DateTimeOffset s_now = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8));
    private static readonly LegalClock s_clock = new(WorkingCalendar.Shipped, PeriodConventions.Shipped);
    private static readonly Checklist s_checklist = new("lift", 1, "电梯", [
        new CheckPoint("1", "维护保养记录", "F-1", PointImportance.Key, "ordinary"),
        new CheckPoint("2", "应急标识", "F-2", PointImportance.General, "slight"),
    ]);

    [Fact]
    public void Apply_AnySequence_NeverReachesAnUnlawfulState()
    {
        var reached = new HashSet<TaskState>();
        var steps =
            from trigger in Gen.Elements(Enum.GetValues<TaskTrigger>())
            from pick in Gen.Choose(0, 99)
            from submission in Submission()
            select (trigger, pick, submission);
        var runs = Gen.Sized(size => Gen.ListOf(steps, Math.Max(30, size / 2)));
        Prop.ForAll(runs.ToArbitrary(), run =>
        {
            var task = Task();
            foreach (var (wild, pick, drawn) in run)
            {
                // Mostly a step that the state allows, so that sequences get far; else anything.
                var allowed = TaskLifecycle.Table.Where(step => step.From == task.State && step.Trigger != TaskTrigger.Terminate).ToList();
                var trigger = pick < 10 || allowed.Count == 0 ? wild : allowed[pick % allowed.Count].Trigger;
                var submission = WithHash(task, drawn);
                var facts = new TaskFacts(task, s_checklist, s_today, [Officer("O1"), Officer("O2"), Officer("O3")], [], submission);
                var outcome = TaskSteps.Apply(facts, trigger, s_now, s_clock, "special-equipment");
                if (outcome.TryGet(out var next, out _))
                {
                    AssertLawful(task, next);
                    reached.Add(next.State);
                    task = next;
                }
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(400).WithStartSize(60).WithEndSize(120));
        // The test is worth something only when the sequences get everywhere.
        Assert.Equal(Enum.GetValues<TaskState>().Except([TaskState.Assigned]).Order(), reached.Order());
    }

    private static void AssertLawful(InspectionTask before, InspectionTask after)
    {
        Assert.DoesNotContain(before.State, (TaskState[])[TaskState.Closed, TaskState.Terminated, TaskState.Escalated]);
        if (before.RecordedAt is not null)
        {
            Assert.Equal(before.RecordHash, after.RecordHash);
            Assert.Equal(before.Entries, after.Entries);
            Assert.Equal(before.Signature, after.Signature);
            Assert.Equal(before.ResultCodes, after.ResultCodes);
        }

        if (before.CorrectionReportedOn is not null)
        {
            Assert.Equal(before.RecheckBy, after.RecheckBy);
        }

        if (after.RecordedAt is not null)
        {
            // Logged, two there, signed by the party or refused before a witness, evidence behind each fault.
            Assert.NotNull(after.Entry);
            Assert.True(after.PresentOfficerIds.Distinct(StringComparer.Ordinal).Count() >= 2);
            Assert.True(after.Signature!.IsComplete);
            Assert.Equal(InspectionRecord.HashOf(after, after.PresentOfficerIds, after.Entry, after.Entries), after.RecordHash);
            Assert.All(TaskSteps.Faults(after.Entries), fault => Assert.NotEmpty(fault.Evidence));
            Assert.All(after.OfficerSignatures, signature => Assert.Equal(after.RecordHash, signature.RecordHash));
        }

        if (after.State is TaskState.Rectifying or TaskState.Rechecked or TaskState.CaseClue or TaskState.Escalated
            || (after.State == TaskState.Closed && after.RecordedAt is not null))
        {
            Assert.True(after.OfficerSignatures.Select(s => s.OfficerId).Distinct(StringComparer.Ordinal).Count() >= 2);
        }

        if (after.State == TaskState.Closed)
        {
            Assert.NotNull(after.RecordedAt);
            var open = TaskSteps.Faults(after.Recheck?.Entries ?? after.Entries)
                .Where(entry => after.Recheck is not null || !entry.CorrectedOnSpot || entry.PointId == "1");
            Assert.DoesNotContain(open, entry => after.Recheck is null || TaskSteps.OrderedPoints(after).Contains(entry.PointId));
        }
    }

    private static InspectionSubmission WithHash(InspectionTask task, InspectionSubmission drawn) => drawn with
    {
        OfficerSignatures =
        [
            .. drawn.OfficerSignatures.Select(s => s.RecordHash == "right" ? s with { RecordHash = task.RecordHash ?? "" } : s),
        ],
    };

    private static Gen<InspectionSubmission> Submission() =>
        from present in Gen.Elements<string[]>(["O1", "O2"], ["O1", "O1"], ["O1"], ["O1", "O2", "O3"], ["O1", "X"])
        from scanned in Gen.Elements("S", "S", "S", "OTHER", "")
        from first in Entry("1")
        from second in Entry("2")
        from both in Gen.Elements(true, true, true, false)
        from signature in Gen.Elements(
            new RecordSignature("何某", null, null), new RecordSignature(null, "拒签", "见证人"), new RecordSignature(null, "拒签", null), null)
        from signer in Gen.Elements("O1", "O2", "O3", "X")
        from hash in Gen.Elements("right", "right", "right", "wrong")
        from lastDay in Gen.Elements<DateOnly?>(s_today, s_today.AddDays(9), s_today.AddDays(-1), null)
        from point in Gen.Elements<string[]>([], ["1"], ["2"], ["9"])
        from facts in Gen.Elements("涉嫌违法", null)
        from target in Gen.Elements("case", null)
        from reason in Gen.Frequency((1, Gen.Constant<string?>("关闭")), (9, Gen.Constant<string?>(null)))
        from codes in Gen.Elements("1", "3,E", null, "2")
        select new InspectionSubmission("T", present, both ? [first, second] : [first], signature, lastDay, reason)
        {
            Entry = scanned.Length == 0 ? null : new EntryScan(scanned, s_now, "phone"),
            OfficerSignatures = [new OfficerSignature(signer, hash, s_now)],
            OrderedPointIds = point, ClueFacts = facts, CluePointIds = point, EscalateTo = target, ResultCodes = codes,
        };

    private static Gen<CheckEntry> Entry(string point) =>
        from answer in Gen.Elements(Enum.GetValues<CheckAnswer>())
        from corrected in Gen.Elements(true, false)
        from evidence in Gen.Elements(2, 2, 2, 1, 0)
        select new CheckEntry(point, answer, "", evidence == 0 ? []
            : [new Evidence(new string('a', 64), s_now, "phone", evidence == 1 ? "" : "29.3,119.6")])
        {
            CorrectedOnSpot = corrected,
        };

    private static InspectionTask Task() => new()
    {
        Id = "T", SubjectId = "S", ItemCode = "00000000000001", Checklist = s_checklist.Reference,
        AgencyId = "A", OfficerIds = ["O1", "O2", "O3"], DueOn = s_today,
    };

    private static Officer Officer(string id) => new()
    {
        Id = id, Name = id, AgencyId = "A", CertificateNumber = "浙-1", ValidFrom = s_today, ValidTo = s_today, Fields = ["lift"],
    };
}
