using System.Collections.Immutable;

namespace Supervision.Inspections;

/// <summary>
/// What several devices recorded of one task while they had no network. A set of operations: merging is the union, so the order
/// in which devices come back does not matter and coming back twice changes nothing. Immutable.
/// </summary>
public sealed class OperationLog
{
    private readonly ImmutableSortedDictionary<string, ReceivedOperation> _operations;

    private OperationLog(string taskId, ImmutableSortedDictionary<string, ReceivedOperation> operations) =>
        (TaskId, _operations) = (taskId, operations);

    /// <summary>Task.</summary>
    public string TaskId { get; }

    /// <summary>All operations by device and sequence.</summary>
    public IEnumerable<ReceivedOperation> Operations => _operations.Values
        .OrderBy(received => received.Operation.DeviceId, StringComparer.Ordinal)
        .ThenBy(received => received.Operation.Sequence)
        .ThenBy(received => received.Operation.Hash, StringComparer.Ordinal);

    /// <summary>A log without operations.</summary>
    public static OperationLog Empty(string taskId) =>
        new(taskId, ImmutableSortedDictionary.Create<string, ReceivedOperation>(StringComparer.Ordinal));

    /// <summary>The log with further operations. One that is there already keeps the earlier time of its arrival.</summary>
    /// <exception cref="ArgumentException">An operation is of another task.</exception>
    public OperationLog With(IEnumerable<ReceivedOperation> operations)
    {
        ArgumentNullException.ThrowIfNull(operations);
        var merged = _operations.ToBuilder();
        foreach (var received in operations)
        {
            if (received.Operation.TaskId != TaskId)
            {
                throw new ArgumentException($"The operation is of task {received.Operation.TaskId}, the log of {TaskId}.", nameof(operations));
            }

            var hash = received.Operation.Hash;
            if (!merged.TryGetValue(hash, out var there) || received.ReceivedAt < there.ReceivedAt)
            {
                merged[hash] = received;
            }
        }

        return new OperationLog(TaskId, merged.ToImmutable());
    }

    /// <summary>Both logs as one.</summary>
    public OperationLog Merge(OperationLog other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return With(other._operations.Values);
    }

    /// <summary>Places of devices at which two different operations stand: a device was copied or its numbers were forged.</summary>
    public IReadOnlyList<(string DeviceId, long Sequence)> Doubled =>
    [
        .. _operations.Values.GroupBy(received => (received.Operation.DeviceId, received.Operation.Sequence))
            .Where(group => group.Count() > 1).Select(group => group.Key)
            .OrderBy(key => key.DeviceId, StringComparer.Ordinal).ThenBy(key => key.Sequence),
    ];

    /// <summary>Devices that have not sent everything: a number below their highest one is missing.</summary>
    public IReadOnlyList<string> Incomplete =>
    [
        .. _operations.Values.GroupBy(received => received.Operation.DeviceId, StringComparer.Ordinal)
            .Where(group => group.Select(received => received.Operation.Sequence).Distinct().Count() != group.Max(received => received.Operation.Sequence))
            .Select(group => group.Key).Order(StringComparer.Ordinal),
    ];

    /// <summary>
    /// The answers that stand: for each point the last one of each device, as far as no choice has superseded it. Where the devices
    /// agree, that is the answer, with the evidence of all of them; where they do not, it is a conflict.
    /// </summary>
    /// <param name="conflicts">Points whose answers differ.</param>
    public IReadOnlyList<CheckEntry> Answers(out IReadOnlyList<AnswerConflict> conflicts)
    {
        var superseded = _operations.Values.SelectMany(received => received.Operation.Supersedes).ToHashSet(StringComparer.Ordinal);
        var answers = new List<CheckEntry>();
        var open = new List<AnswerConflict>();
        var points = Operations.Select(received => received.Operation)
            .Where(operation => operation.Entry is not null)
            .GroupBy(operation => operation.Entry!.PointId, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal);
        foreach (var point in points)
        {
            var standing = point
                .GroupBy(operation => operation.DeviceId, StringComparer.Ordinal)
                .SelectMany(device => device.Where(operation => operation.Sequence == device.Max(other => other.Sequence)))
                .Where(operation => !superseded.Contains(operation.Hash))
                .ToList();
            if (standing.Count == 0)
            {
                continue;
            }

            if (standing.TrueForAll(operation => Same(operation.Entry!, standing[0].Entry!)))
            {
                var evidence = standing.SelectMany(operation => operation.Entry!.Evidence).DistinctBy(piece => piece.Sha256, StringComparer.Ordinal);
                answers.Add(standing[0].Entry! with { Evidence = [.. evidence] });
            }
            else
            {
                open.Add(new AnswerConflict(point.Key, standing));
            }
        }

        conflicts = open;
        return answers;
    }

    private static bool Same(CheckEntry a, CheckEntry b) =>
        a.Answer == b.Answer && a.Note == b.Note && a.CorrectedOnSpot == b.CorrectedOnSpot;
}
