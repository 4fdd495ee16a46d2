using FsCheck;
using FsCheck.Fluent;
using Supervision.Inspections;

namespace Supervision.Core.Tests.Inspections;

// Goal: whatever the devices do offline, and in whatever order, parts and repetitions they come back, nothing is lost or doubled.
public sealed class OperationLogTests
{
    private static readonly DateTimeOffset s_noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.FromHours(8));

    // Method: random operations of three devices, cut into random parts, each delivered at least once, in random order; every server ends alike.
    [Fact]
    public void Merge_RandomPartitionsAndRepetitions_GivesTheSameLogEverywhere() =>
        Prop.ForAll(Operations().ToArbitrary(), Deliveries().ToArbitrary(), Deliveries().ToArbitrary(), (operations, first, second) =>
        {
            var all = OperationLog.Empty("T").With(operations.Select(operation => new ReceivedOperation(operation, s_noon)));
            var (one, two) = (Deliver(operations, first), Deliver(operations, second));
            Assert.Equal(Text(all), Text(one));
            Assert.Equal(Text(all), Text(two));
            Assert.Equal(Text(one.Merge(two)), Text(two.Merge(one)));
            Assert.Equal(Text(one), Text(one.Merge(one)));
            Assert.Equal(
                operations.Select(operation => operation.Hash).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
                one.Operations.Select(received => received.Operation.Hash).Order(StringComparer.Ordinal));

            // Each answered point is there: as an answer, as a conflict, or superseded by a choice that stands.
            var answers = one.Answers(out var conflicts);
            Assert.Equal(
                operations.Where(operation => operation.Entry is not null).Select(operation => operation.Entry!.PointId).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
                answers.Select(entry => entry.PointId).Concat(conflicts.Select(conflict => conflict.PointId)).Order(StringComparer.Ordinal));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void Merge_TwoServersReceivedAtDifferentTimes_KeepsTheFirstArrival()
    {
        var operation = Answer("A", 1, "1", CheckAnswer.Conform);
        var early = OperationLog.Empty("T").With([new ReceivedOperation(operation, s_noon)]);
        var late = OperationLog.Empty("T").With([new ReceivedOperation(operation, s_noon.AddHours(2))]);
        Assert.Equal(s_noon, Assert.Single(late.Merge(early).Operations).ReceivedAt);
        Assert.Equal(s_noon, Assert.Single(early.Merge(late).Operations).ReceivedAt);
    }

    [Theory]
    [InlineData(CheckAnswer.Conform)]
    [InlineData(CheckAnswer.NonConform)]
    [InlineData(CheckAnswer.NotApplicable)]
    public void Answers_TwoDevicesDiffer_IsAConflictUntilSomebodyChooses(CheckAnswer chosen)
    {
        var (mine, yours) = (Answer("A", 1, "1", CheckAnswer.Conform), Answer("B", 1, "1", CheckAnswer.NonConform));
        var log = Log(mine, yours);
        Assert.Empty(log.Answers(out var conflicts));
        Assert.Equal([mine, yours], Assert.Single(conflicts).Operations);

        var choice = Answer("A", 2, "1", chosen) with { Kind = OperationKind.Resolve, Supersedes = [mine.Hash, yours.Hash] };
        var answer = Assert.Single(Log(mine, yours, choice).Answers(out conflicts));
        Assert.Empty(conflicts);
        Assert.Equal(chosen, answer.Answer);
        Assert.Equal(3, Log(mine, yours, choice).Operations.Count()); // what was answered first stays in the log
    }

    // Devices agree only when they say the same: the same answer with other words, or corrected on the spot by one of them alone, is a conflict.
    [Fact]
    public void Answers_TheSameAnswerInOtherWordsOrNotCorrected_IsAConflict()
    {
        var mine = Answer("A", 1, "1", CheckAnswer.NonConform);
        foreach (var entry in (CheckEntry[])[mine.Entry! with { Note = "另有说明" }, mine.Entry! with { CorrectedOnSpot = !mine.Entry!.CorrectedOnSpot }])
        {
            Assert.Empty(Log(mine, Answer("B", 1, "1", CheckAnswer.NonConform) with { Entry = entry }).Answers(out var conflicts));
            Assert.Single(conflicts);
        }
    }

    // A choice decides only between what it has seen: a later answer of the other device is a conflict again.
    [Fact]
    public void Answers_AnAnswerAfterTheChoice_IsAConflictAgain()
    {
        var (mine, yours) = (Answer("A", 1, "1", CheckAnswer.Conform), Answer("B", 1, "1", CheckAnswer.NonConform));
        var choice = Answer("A", 2, "1", CheckAnswer.Conform) with { Kind = OperationKind.Resolve, Supersedes = [mine.Hash, yours.Hash] };
        Log(mine, yours, choice, Answer("B", 2, "1", CheckAnswer.NonConform)).Answers(out var conflicts);
        Assert.Single(conflicts);
    }

    [Fact]
    public void Answers_OneDeviceCorrectsItself_TheLastCountsAndAgreeingDevicesPoolTheirEvidence()
    {
        Evidence a = new(new string('a', 64), s_noon, "A", "x"), b = new(new string('b', 64), s_noon, "B", "x");
        var log = Log(
            Answer("A", 1, "1", CheckAnswer.Conform),
            Answer("A", 2, "1", CheckAnswer.NonConform) with { Entry = new CheckEntry("1", CheckAnswer.NonConform, "脏", [a]) },
            Answer("B", 1, "1", CheckAnswer.NonConform) with { Entry = new CheckEntry("1", CheckAnswer.NonConform, "脏", [b]) });
        var answer = Assert.Single(log.Answers(out var conflicts));
        Assert.Empty(conflicts);
        Assert.Equal(["A", "B"], answer.Evidence.Select(evidence => evidence.Device));
    }

    [Fact]
    public void Doubled_TwoOperationsInOnePlaceOfADevice_AreBothKeptAndNamed()
    {
        var log = Log(Answer("A", 1, "1", CheckAnswer.Conform), Answer("A", 1, "2", CheckAnswer.Conform));
        Assert.Equal(("A", 1), Assert.Single(log.Doubled));
        Assert.Equal(2, log.Operations.Count());
    }

    [Fact]
    public void Incomplete_AMissingNumber_NamesTheDevice() =>
        Assert.Equal(["A"], Log(Answer("A", 1, "1", CheckAnswer.Conform), Answer("A", 3, "2", CheckAnswer.Conform), Answer("B", 1, "1", CheckAnswer.Conform)).Incomplete);

    private static OperationLog Log(params TaskOperation[] operations) =>
        OperationLog.Empty("T").With(operations.Select(operation => new ReceivedOperation(operation, s_noon)));

    private static OperationLog Deliver(IReadOnlyList<TaskOperation> operations, IReadOnlyList<(int From, int Length)> parts)
    {
        var log = OperationLog.Empty("T");
        foreach (var (from, length) in parts.Append((0, operations.Count)).Reverse())
        {
            var start = operations.Count == 0 ? 0 : from % operations.Count;
            log = log.With(operations.Skip(start).Take(length).Select(operation => new ReceivedOperation(operation, s_noon)));
        }

        return log;
    }

    private static string Text(OperationLog log) =>
        string.Join('\n', log.Operations.Select(received => $"{received.Operation.Hash} {received.ReceivedAt:O}"));

    private static Gen<IReadOnlyList<(int, int)>> Deliveries() =>
        from parts in Gen.ListOf(from start in Gen.Choose(0, 100) from length in Gen.Choose(0, 20) select (start, length))
        select (IReadOnlyList<(int, int)>)parts;

    private static Gen<IReadOnlyList<TaskOperation>> Operations() =>
        from drafts in Gen.ListOf(
            from device in Gen.Elements("A", "B", "C")
            from point in Gen.Elements("1", "2", "3")
            from answer in Gen.Elements(Enum.GetValues<CheckAnswer>())
            from scan in Gen.Elements(true, false, false)
            select (device, point, answer, scan))
        select Numbered(drafts);

    private static IReadOnlyList<TaskOperation> Numbered(IEnumerable<(string Device, string Point, CheckAnswer Answer, bool Scan)> drafts)
    {
        var next = new Dictionary<string, long>(StringComparer.Ordinal);
        return
        [
            .. drafts.Select(draft =>
            {
                var sequence = next[draft.Device] = next.GetValueOrDefault(draft.Device) + 1;
                return draft.Scan
                    ? new TaskOperation("T", draft.Device, sequence, s_noon, "O1", OperationKind.Scan) { SubjectCode = "S" }
                    : Answer(draft.Device, sequence, draft.Point, draft.Answer);
            }),
        ];
    }

    private static TaskOperation Answer(string device, long sequence, string point, CheckAnswer answer) =>
        new("T", device, sequence, s_noon, "O1", OperationKind.Answer) { Entry = new CheckEntry(point, answer, "", []) };
}
