using System.Globalization;
using System.Text.Json;
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
        tasks.MapPost("{id}/operations", MergeAsync);
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

    private static async Task<IResult> MergeAsync(HttpContext context, SignedIn person, CommandDesk desk, string id)
    {
        List<TaskOperation>? operations;
        try
        {
            operations = await JsonSerializer.DeserializeAsync<List<TaskOperation>>(context.Request.Body, ApiJson.Options, context.RequestAborted);
        }
        catch (JsonException broken)
        {
            return ApiProblem.Of(StatusCodes.Status400BadRequest, broken.Message, broken.Path);
        }

        if (operations is not { Count: > 0 and <= MostOperations } || operations.Contains(null!))
        {
            return ApiProblem.Of(StatusCodes.Status400BadRequest, string.Create(CultureInfo.InvariantCulture, $"1 - {MostOperations}"), "$");
        }

        var actor = await person.ActorAsync(context.RequestAborted);

        // Asks for the right before the key is looked at: a refusal for lack of it is journalled here and leaves no key behind.
        await desk.RunAsync<MergeOperations, bool>(actor, _ => Task.FromResult(true), context.RequestAborted);
        var answered = await desk.RunOnceAsync(
            actor, context.Request.Headers["Idempotency-Key"].ToString(), string.Join('\n', operations.Select(one => one.Hash).Prepend(id).Prepend("merge")),
            async services =>
            {
                var merged = (await services.GetRequiredService<MergeOperations>().RunAsync(id, operations, actor, context.RequestAborted)).OrThrow();
                return JsonSerializer.Serialize(new MergedOperations(merged.Added, merged.Answers, merged.Conflicts), ApiJson.Options);
            },
            context.RequestAborted);
        if (!answered.TryGet(out var answer, out var refusal))
        {
            return ApiProblem.Of(refusal);
        }

        if (answer.IsReplayed)
        {
            context.Response.Headers["Idempotency-Replayed"] = "true";
        }

        return TypedResults.Text(answer.Text, "application/json");
    }
}
