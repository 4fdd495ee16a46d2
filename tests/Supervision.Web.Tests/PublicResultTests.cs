using Supervision.Catalog;
using Supervision.Inspections;
using Supervision.Web.Publication;

namespace Supervision.Web.Tests;

/// <summary>What the public reads of an inspection: nothing before it is certain, and then one word.</summary>
public sealed class PublicResultTests
{
    // Each row: state, whether something did not conform, whether an order to correct was made, and the word; null for nothing.
    [Theory]
    [InlineData(TaskState.Assigned, false, false, null)]
    [InlineData(TaskState.Accepted, false, false, null)]
    [InlineData(TaskState.OnSite, true, false, null)]
    [InlineData(TaskState.Recorded, true, false, null)]
    [InlineData(TaskState.Closed, false, false, "NoProblem")]
    [InlineData(TaskState.Closed, true, false, "CorrectedOnSpot")]
    [InlineData(TaskState.Closed, true, true, "Corrected")]
    [InlineData(TaskState.Rectifying, true, true, "Ordered")]
    [InlineData(TaskState.Rechecked, true, true, "Ordered")]
    [InlineData(TaskState.CaseClue, true, false, "Found")]
    [InlineData(TaskState.Escalated, true, true, "Ordered")]
    [InlineData(TaskState.Terminated, false, false, "NotMade")]
    public void AResult_IsCertain_OrNotShown(TaskState state, bool hasFault, bool hasOrder, string? word) =>
        Assert.Equal(word, PublicResult.Of(Task(state, hasFault, hasOrder), ResultCodes.Shipped)?.Word);

    // Law: who reads the page cannot tell a clue from a record that waits for its order; see the remarks of PublicResult.
    [Fact]
    public void AClue_ReadsAsAnySignedFault_WithoutWhatWasViolated()
    {
        var recorded = Task(TaskState.Recorded, true, false) with
        {
            CheckType = CheckType.RandomInspection, ResultCodes = "3", RecordedAt = DateTimeOffset.UnixEpoch,
            OfficerSignatures = [new OfficerSignature("o1", "h", DateTimeOffset.UnixEpoch), new OfficerSignature("o2", "h", DateTimeOffset.UnixEpoch)],
        };
        var seen = PublicResult.Of(recorded, ResultCodes.Shipped)!;
        var clue = PublicResult.Of(recorded with { State = TaskState.CaseClue }, ResultCodes.Shipped)!;
        Assert.Equal(("Found", 0), (seen.Word, seen.Codes.Count));
        Assert.Equal((seen.Word, seen.On, seen.Codes.Count), (clue.Word, clue.On, clue.Codes.Count));
        Assert.Null(PublicResult.Of(recorded with { OfficerSignatures = [recorded.OfficerSignatures[0]] }, ResultCodes.Shipped));
    }

    [Fact]
    public void EveryState_IsDecidedOn() => Assert.All(Enum.GetValues<TaskState>(), state => PublicResult.Of(Task(state, false, false), ResultCodes.Shipped));

    [Fact]
    public void Codes_KeepTheirPrintedMeaning()
    {
        var task = Task(TaskState.Closed, true, true) with { CheckType = CheckType.RandomInspection, ResultCodes = "3,E" };
        Assert.Equal(["违反食品药品管理规定", "发现问题经责令已改正"], PublicResult.Of(task, ResultCodes.Shipped)!.Codes.Select(code => code.Meaning));
    }

    private static InspectionTask Task(TaskState state, bool hasFault, bool hasOrder) => new()
    {
        Id = "t", SubjectId = "s", ItemCode = "i", Checklist = new ChecklistReference("c", 1, "h"), AgencyId = "a", OfficerIds = ["o1", "o2"], DueOn = new DateOnly(2026, 6, 1), State = state,
        Entries = [new CheckEntry("1", hasFault ? CheckAnswer.NonConform : CheckAnswer.Conform, "", [])],
        Order = hasOrder ? new RectificationOrder(["1"], new DateOnly(2026, 6, 1), "r", new DateOnly(2026, 5, 1)) : null,
    };
}
