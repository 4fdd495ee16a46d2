using Supervision.Catalog;
using Supervision.Inspections;

namespace Supervision.Core.Tests.Inspections;

// Goal: the record says what the devices handed in, and the same whatever order they came in.
public sealed class RecordOperationsTests
{
    private static readonly DateTimeOffset s_noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.FromHours(8));

    private static readonly Checklist s_checklist = new("lift", 1, "电梯", [
        new CheckPoint("10", "维护保养记录签字", "F-1", PointImportance.Key, "ordinary"), new CheckPoint("9", "照明", "F-2", PointImportance.General, "slight"),
    ]);

    private static readonly TaskOperation[] s_operations =
    [
        Operation("A", 1, "O1", OperationKind.Scan) with { SubjectCode = "another subject" },
        Operation("A", 2, "O1", OperationKind.Scan) with { SubjectCode = "S" },
        Operation("A", 3, "O1", OperationKind.PresentCertificate),
        Operation("B", 1, "O2", OperationKind.PresentCertificate),
        Operation("A", 4, "O1", OperationKind.Answer) with { Entry = new CheckEntry("9", CheckAnswer.Conform, "", []) },
        Operation("A", 5, "O1", OperationKind.Answer) with { Entry = new CheckEntry("10", CheckAnswer.Conform, "", []) },
        Operation("A", 6, "O1", OperationKind.PartySignature) with { Signature = new RecordSignature(null, "不识字", "O2") },
        Operation("A", 7, "O1", OperationKind.PartySignature) with { Signature = new RecordSignature("王某", null, null) },
    ];

    [Fact]
    public void SubmissionOf_OperationsInAnyOrder_IsTheSame()
    {
        var forwards = Of(s_operations);
        var backwards = Of([.. s_operations.Reverse()]);
        foreach (var one in new[] { forwards, backwards })
        {
            Assert.Equal(("S", "A"), (one.Entry!.SubjectCode, one.Entry.Device)); // the scan of the subject, not the first one
            Assert.Equal(["O1", "O2"], one.PresentOfficerIds);
            Assert.Equal(["10", "9"], one.Entries.Select(entry => entry.PointId)); // as the checklist is printed
            Assert.Equal("王某", one.Signature!.Signer);
        }
    }

    // 行政处罚法 art. 42: an officer whose own device showed no certificate was not there.
    [Fact]
    public void SubmissionOf_OneDevice_HasOneOfficer() =>
        Assert.Equal(["O1"], Of([.. s_operations.Where(operation => operation.DeviceId == "A")]).PresentOfficerIds);

    private static InspectionSubmission Of(TaskOperation[] operations)
    {
        var log = OperationLog.Empty("T").With(operations.Select(operation => new ReceivedOperation(operation, s_noon)));
        var task = new InspectionTask
        {
            Id = "T", SubjectId = "S", ItemCode = "I", Checklist = s_checklist.Reference, AgencyId = "A", OfficerIds = ["O1", "O2"], DueOn = new DateOnly(2026, 3, 9),
        };
        var facts = new TaskFacts(task, s_checklist, new DateOnly(2026, 3, 2), [], [], new InspectionSubmission("T", [], [], null, null, null));
        return RecordOperations.SubmissionOf(log, facts, log.Answers(out _));
    }

    private static TaskOperation Operation(string device, long sequence, string officer, OperationKind kind) =>
        new("T", device, sequence, s_noon.AddMinutes(sequence), officer, kind);
}
