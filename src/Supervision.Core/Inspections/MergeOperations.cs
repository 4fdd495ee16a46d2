using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Time;

namespace Supervision.Inspections;

/// <summary>
/// Takes in what devices recorded while they had no network. Nothing is lost and nothing counts twice, in whatever order and however often
/// they come back; answers that differ are kept until somebody chooses. An inspector hands in what is the inspector's own; a head may
/// carry what another officer recorded, and the journal then names both.
/// </summary>
[AllowedTo(Roles.Inspector | Roles.Head)]
public sealed class MergeOperations(
    ITaskStore tasks, IOperationStore operations, IUnitOfWork work, AuthorityClock clock, CurrentActor current)
{
    private static readonly LegalBasis s_twoOfficers = new("行政处罚法", "第四十二条", new DateOnly(2021, 7, 15));

    /// <summary>
    /// Adds the new operations and journals each with its hash, the device's time and the server's. SUP2001: there is no such task;
    /// SUP2151: an operation is of another task, or of an officer who is not of this one; SUP2152: a device, a sequence or a kind is wrong;
    /// SUP2153: a choice names no answer that is there; SUP7350: an operation is of another officer than the inspector who hands it in.
    /// </summary>
    public async Task<Outcome<MergeResult>> RunAsync(
        string taskId, IReadOnlyList<TaskOperation> handed, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(handed);
        ArgumentNullException.ThrowIfNull(actor);
        if (await tasks.FindAsync(taskId, cancellationToken).ConfigureAwait(false) is not { } task)
        {
            return Refusal.Of("SUP2001", taskId);
        }

        var log = await operations.FindAsync(taskId, cancellationToken).ConfigureAwait(false);
        var known = log.Operations.Select(received => received.Operation.Hash).ToHashSet(StringComparer.Ordinal);
        var fresh = new List<ReceivedOperation>();
        foreach (var operation in handed)
        {
            if (operation.TaskId != taskId || !task.OfficerIds.Contains(operation.OfficerId, StringComparer.Ordinal))
            {
                return Refusal.Of("SUP2151", taskId, operation.TaskId, operation.OfficerId);
            }

            if (current.Actor is { } person && person.Id != operation.OfficerId && !person.Roles.HasFlag(Roles.Head))
            {
                return Refusal.Of("SUP7350", taskId, person.Id, operation.OfficerId).On(s_twoOfficers);
            }

            if (!IsWhole(operation))
            {
                return Refusal.Of("SUP2152", operation.DeviceId, Invariant.Text(operation.Sequence));
            }

            if (known.Add(operation.Hash))
            {
                fresh.Add(new ReceivedOperation(operation, clock.Now));
            }
        }

        if (handed.SelectMany(operation => operation.Supersedes).FirstOrDefault(hash => !known.Contains(hash)) is { } unseen)
        {
            return Refusal.Of("SUP2153", taskId, unseen);
        }

        log = log.With(fresh);
        await operations.AddAsync(fresh, cancellationToken).ConfigureAwait(false);
        var answers = log.Answers(out var conflicts);
        foreach (var (operation, receivedAt) in fresh)
        {
            work.Append(new JournalRecord("task.merged", taskId, actor, receivedAt, CanonicalJson.Of(json =>
            {
                json.WriteString("operation", operation.Hash);
                json.WriteString("officer", operation.OfficerId);
                json.WriteString("device", operation.DeviceId);
                json.WriteNumber("sequence", operation.Sequence);
                json.WriteString("deviceTime", operation.At.ToUniversalTime());
                json.WriteString("kind", operation.Kind.ToString());
            })));
        }

        await work.CommitAsync(cancellationToken).ConfigureAwait(false);
        return new MergeResult(log, fresh.Count, answers, conflicts);
    }

    private static bool IsWhole(TaskOperation operation) =>
        Identifier.IsValid(operation.DeviceId) && operation.Sequence >= 1 && operation.Kind switch
        {
            OperationKind.Scan => operation.SubjectCode is not null,
            OperationKind.PresentCertificate => true,
            OperationKind.Answer => operation.Entry is not null && operation.Supersedes.Count == 0,
            OperationKind.PartySignature => operation.Signature is not null,
            OperationKind.Resolve => operation.Entry is not null && operation.Supersedes.Count > 0,
            _ => false,
        };
}
