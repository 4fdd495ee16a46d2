using Microsoft.AspNetCore.Http.Features;
using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Inspections;
using Supervision.Web.SignIn;

namespace Supervision.Web.Api;

/// <summary>Pictures of a task: put by the officers who may inspect, read by whoever sees the task.</summary>
internal static class EvidenceApi
{
    public static void MapEvidence(this RouteGroupBuilder api)
    {
        var evidence = api.MapGroup("/tasks/{id}/evidence").WithTags("tasks");
        evidence.MapPut("{sha256}", KeepAsync).Says("keeps a picture (JPEG or PNG, 2 MB at most) under its own hash; sent twice it is one").WithMetadata(new UseCaseOf(typeof(MergeOperations)));
        evidence.MapGet("{sha256}", FindAsync).Says("the picture, as a download");
    }

    private static async Task<IResult> KeepAsync(HttpContext context, SignedIn person, CommandDesk desk, EvidenceFiles files, string id, string sha256)
    {
        var actor = await person.ActorAsync(context.RequestAborted);
        await desk.RunAsync<MergeOperations, bool>(actor, _ => Task.FromResult(true), context.RequestAborted); // the right to hand in
        if (!await IsSeenAsync(desk, actor, id, context.RequestAborted))
        {
            return ApiProblem.Of(Refusal.Of("SUP2001", id));
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = EvidenceFiles.MostBytes;
        }

        using var picture = new MemoryStream();
        await context.Request.Body.CopyToAsync(picture, context.RequestAborted);
        return await files.KeepAsync(id, sha256, picture.ToArray(), context.RequestAborted) is { } refusal ? ApiProblem.Of(refusal) : TypedResults.NoContent();
    }

    private static async Task<IResult> FindAsync(HttpContext context, SignedIn person, CommandDesk desk, EvidenceFiles files, string id, string sha256)
    {
        var actor = await person.ActorAsync(context.RequestAborted);
        if (!await IsSeenAsync(desk, actor, id, context.RequestAborted) || await files.FindAsync(id, sha256, context.RequestAborted) is not { } found)
        {
            return ApiProblem.Of(Refusal.Of("SUP2001", id));
        }

        context.Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        return TypedResults.File(found.Picture, found.Type, fileDownloadName: sha256);
    }

    private static async Task<bool> IsSeenAsync(CommandDesk desk, Actor actor, string id, CancellationToken stopped)
    {
        await using var scope = desk.Open(actor);
        return await scope.ServiceProvider.GetRequiredService<ITaskStore>().FindAsync(id, stopped) is not null;
    }
}
