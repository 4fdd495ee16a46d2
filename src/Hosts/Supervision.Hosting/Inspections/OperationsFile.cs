using System.Text.Json.Serialization;
using Supervision.Inspections;

namespace Supervision.Hosting.Inspections;

/// <summary>What a device hands over when it is back: its operations in its own order.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record OperationsFile
{
    public required string Task { get; init; }

    public required string Device { get; init; }

    public required IReadOnlyList<Operation> Operations { get; init; }

    public IReadOnlyList<TaskOperation> ToOperations() =>
    [
        .. Operations.Select(operation => new TaskOperation(
            Task, Device, operation.Sequence, operation.At, operation.Officer, operation.Kind)
        {
            SubjectCode = operation.SubjectCode,
            Entry = operation.Answer is { } answer
                ? new CheckEntry(answer.Point, answer.Result, answer.Note, answer.Evidence) { CorrectedOnSpot = answer.CorrectedOnSpot }
                : null,
            Signature = operation.Signature,
            Supersedes = operation.Supersedes,
        }),
    ];

    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    internal sealed record Operation
    {
        public required long Sequence { get; init; }

        public required DateTimeOffset At { get; init; }

        public required string Officer { get; init; }

        public required OperationKind Kind { get; init; }

        public string? SubjectCode { get; init; }

        public AnswersFile.Answer? Answer { get; init; }

        public RecordSignature? Signature { get; init; }

        public IReadOnlyList<string> Supersedes { get; init => field = value ?? []; } = [];
    }
}
