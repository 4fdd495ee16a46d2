using Supervision.Inspections;

namespace Supervision.Storage.Mapping.Inspections;

internal sealed record OperationJson(
    DateTimeOffset At, string Officer, int Kind, string? Subject, EntryJson? Entry, SignatureJson? Signature, string[] Supersedes)
{
    public static OperationJson Of(TaskOperation operation) => new(
        operation.At, operation.OfficerId, (int)operation.Kind, operation.SubjectCode,
        operation.Entry is null ? null : EntryJson.Of(operation.Entry),
        operation.Signature is null ? null : SignatureJson.Of(operation.Signature), [.. operation.Supersedes]);

    public TaskOperation ToOperation(string taskId, string deviceId, long sequence) =>
        new(taskId, deviceId, sequence, At, Officer, (OperationKind)Kind)
        {
            SubjectCode = Subject, Entry = Entry?.ToEntry(), Signature = Signature?.ToSignature(), Supersedes = Supersedes,
        };
}
