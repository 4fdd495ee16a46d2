using System.Globalization;
using Supervision.Decisions;
using Supervision.Inspections;
using Supervision.Web.SignIn;

namespace Supervision.Web.Api;

/// <summary>Inspection tasks for programs: read those of one's own agency, hand in what a device recorded without a network.</summary>
internal static class TasksApi
{
    private const int MostTasks = 200;
    private const int MostOperations = 1000;

    public static void MapTasks(this RouteGroupBuilder api)
    {
        var tasks = api.MapGroup("/tasks");
        tasks.MapGet("", ListAsync);
        tasks.MapGet("{id}", FindAsync);
        tasks.MapPost("", OpenAsync);
        tasks.MapPost("{id}/operations", MergeAsync);
        tasks.MapPost("{id}/record", RecordAsync);
        tasks.MapPost("{id}/steps", StepAsync);
    }

    private static async Task<IResult> ListAsync(
        HttpContext context, SignedIn person, CommandDesk desk, string? after, int limit = 50)
    {
        if (limit is < 1 or > MostTasks)
        {
            return ApiProblem.Of(StatusCodes.Status400BadRequest, string.Create(CultureInfo.InvariantCulture, $"1 - {MostTasks}"), "limit");
        }

        var actor = await person.ActorAsync(context.RequestAborted);
        await using var scope = desk.Open(actor);
        var page = await scope.ServiceProvider.GetRequiredService<ITaskStore>().ListPageAsync(actor.AgencyId, after, limit, context.RequestAborted);
        if (page.Count == limit)
        {
            context.Response.Headers.Link = string.Create(
                CultureInfo.InvariantCulture, $"</api/tasks?limit={limit}&after={Uri.EscapeDataString(page[^1].Id)}>; rel=\"next\"");
        }

        return TypedResults.Json(page, ApiJson.Options);
    }

    private static async Task<IResult> FindAsync(HttpContext context, SignedIn person, CommandDesk desk, string id)
    {
        await using var scope = desk.Open(await person.ActorAsync(context.RequestAborted));
        if (await scope.ServiceProvider.GetRequiredService<ITaskStore>().FindAsync(id, context.RequestAborted) is not { } task)
        {
            return ApiProblem.Of(Refusal.Of("SUP2001", id));
        }

        var tag = $"\"{task.Version.ToString(CultureInfo.InvariantCulture)}\"";
        context.Response.Headers.ETag = tag;
        return context.Request.Headers.IfNoneMatch.Contains(tag, StringComparer.Ordinal)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Json(task, ApiJson.Options);
    }

    private static Task<IResult> MergeAsync(ApiCommands commands, string id) =>
        commands.OnceAsync<MergeOperations, List<TaskOperation>, MergedOperations>($"merge {id}", async (merge, operations, actor, stopped) =>
        {
            var merged = (await merge.RunAsync(id, Whole(operations), actor, stopped)).OrThrow();
            return new MergedOperations(merged.Added, merged.Answers, merged.Conflicts);
        });

    private static Task<IResult> OpenAsync(ApiCommands commands) =>
        commands.OnceAsync<OpenTask, TaskRequest, InspectionTask>("open", (open, request, actor, stopped) => open.RunAsync(request, actor, stopped));

    private static Task<IResult> RecordAsync(ApiCommands commands, string id) =>
        commands.OnceAsync<RecordOperations, NoBody, InspectionTask>($"record {id}", (record, _, actor, stopped) => record.RunAsync(id, actor, stopped));

    private static Task<IResult> StepAsync(ApiCommands commands, string id) =>
        commands.OnceAsync<AdvanceTask, TaskStep, InspectionTask>($"step {id}", (advance, step, actor, stopped) =>
            advance.RunAsync(step.Trigger, step.SubmissionOf(id, actor), actor, stopped));

    private static List<TaskOperation> Whole(List<TaskOperation> operations) =>
        operations.Count is > 0 and <= MostOperations && !operations.Contains(null!) ? operations
            : throw new ApiBodyException(string.Create(CultureInfo.InvariantCulture, $"1 - {MostOperations}"), "$");
}
