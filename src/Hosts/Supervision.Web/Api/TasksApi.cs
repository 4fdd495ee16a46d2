using System.Globalization;
using Supervision.Inspections;

namespace Supervision.Web.Api;

/// <summary>Inspection tasks for programs: read those of one's own agency, hand in what a device recorded without a network.</summary>
internal static class TasksApi
{
    private const int MostOperations = 1000;

    public static void MapTasks(this RouteGroupBuilder api)
    {
        var tasks = api.MapGroup("/tasks").WithTags("tasks");
        tasks.MapList("", "tasks of one's agency, finished ones too", (call, page) =>
            call.Get<ITaskStore>().ListPageAsync(call.Actor.AgencyId, page.After, page.Limit, call.Stopped), task => task.Id);
        tasks.MapFind("{id}", "one task", call => call.Get<ITaskStore>().FindAsync(call.Id, call.Stopped), ApiThing.Task.Missing);
        tasks.MapCommand<OpenTask, TaskRequest, InspectionTask>("", "opens a task that no draw made: after a warning, an event, a report", (open, call) =>
            open.RunAsync(call.Body, call.Actor, call.Stopped));
        tasks.MapCommand<MergeOperations, List<TaskOperation>, MergedOperations>(
            "{id}/operations", "hands in 1 to 1,000 operations that a device recorded without a network", MergeAsync, ApiThing.Task);
        tasks.MapCommand<RecordOperations, NoBody, InspectionTask>("{id}/record", "makes the on-site record of what devices handed in", (record, call) =>
            record.RunAsync(call.Id, call.Actor, call.Stopped), ApiThing.Task);
        tasks.MapCommand<SubmitInspection, InspectionSubmission, InspectionTask>("{id}/submission", "hands in a whole inspection: who was present, answers, signatures", (submit, call) =>
            submit.RunAsync(call.Body with { TaskId = call.Id }, call.Actor, call.Stopped), ApiThing.Task);
        tasks.MapCommand<AdvanceTask, TaskStep, InspectionTask>("{id}/steps", "takes one step of the life-cycle", (advance, call) =>
            advance.RunAsync(call.Body.Trigger, call.Body.SubmissionOf(call.Id, call.Actor), call.Actor, call.Stopped), ApiThing.Task);
    }

    private static async Task<Decisions.Outcome<MergedOperations>> MergeAsync(MergeOperations merge, ApiCommand<List<TaskOperation>> call)
    {
        var handed = call.Body.Count is > 0 and <= MostOperations && !call.Body.Contains(null!) ? call.Body
            : throw new ApiFieldException(string.Create(CultureInfo.InvariantCulture, $"A call has 1 to {MostOperations} operations, none of them null, and {call.Body.Count} came."), "$");
        return (await merge.RunAsync(call.Id, handed, call.Actor, call.Stopped)).TryGet(out var merged, out var refusal)
            ? new MergedOperations(merged.Added, merged.Answers, merged.Conflicts)
            : refusal;
    }
}
