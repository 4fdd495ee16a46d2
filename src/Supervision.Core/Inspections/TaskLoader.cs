using Supervision.Catalog;
using Supervision.Decisions;
using Supervision.Registry;
using Supervision.Time;

namespace Supervision.Inspections;

/// <summary>Loads what the guards of a task look at. Officers and recusals are read once for many tasks.</summary>
internal sealed class TaskLoader(ITaskStore tasks, ICatalogStore catalog, IOfficerStore officers, AuthorityClock clock, TaskRules rules)
{
    private readonly Dictionary<string, string> _fields = new(StringComparer.Ordinal);
    private Dictionary<string, Officer>? _officers;
    private IReadOnlyList<Recusal>? _recusals;

    /// <summary>Facts and the field of the item; SUP2001: there is no such task.</summary>
    public async Task<Outcome<LoadedTask>> LoadAsync(InspectionSubmission submission, CancellationToken cancellationToken)
    {
        if (await tasks.FindAsync(submission.TaskId, cancellationToken).ConfigureAwait(false) is not { } task)
        {
            return Refusal.Of("SUP2001", submission.TaskId);
        }

        var checklist = await catalog.FindChecklistAsync(task.Checklist.Id, task.Checklist.Version, cancellationToken)
            .ConfigureAwait(false) ?? throw new InvalidOperationException($"SUP2002: checklist {task.Checklist} is gone.");
        _officers ??= (await officers.ListOfficersAsync(cancellationToken).ConfigureAwait(false))
            .ToDictionary(officer => officer.Id, StringComparer.Ordinal);
        _recusals ??= await officers.ListRecusalsAsync(cancellationToken).ConfigureAwait(false);
        if (!_fields.TryGetValue(task.ItemCode, out var field))
        {
            var item = await catalog.FindItemAsync(task.ItemCode, cancellationToken).ConfigureAwait(false);
            _fields[task.ItemCode] = field = item?.Field ?? "";
        }

        return new LoadedTask(
            new TaskFacts(task, checklist, clock.Today, [.. task.OfficerIds.Select(id => _officers[id])], _recusals, submission)
            {
                Rules = rules,
            },
            field);
    }
}
