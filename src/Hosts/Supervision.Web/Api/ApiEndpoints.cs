using Supervision.Web.Limits;

namespace Supervision.Web.Api;

/// <summary>Puts the groups of the API below /api. Everything there needs a signed-in officer.</summary>
internal static class ApiEndpoints
{
    /// <summary>Answers of /api without a body (401, 403, 404, 429, …) and what nobody foresaw are problems, not pages for people; goes before sign-in.</summary>
    public static void UseApiProblems(this WebApplication app) => app.UseWhen(
        context => context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal),
        api => api
            .UseStatusCodePages(pages => ApiProblem.Of(pages.HttpContext.Response.StatusCode).ExecuteAsync(pages.HttpContext))
            .UseExceptionHandler(failed => failed.Run(context => ApiProblem.Of(StatusCodes.Status500InternalServerError).ExecuteAsync(context))));

    public static void MapApi(this WebApplication app)
    {
        var api = app.MapGroup("/api").AddEndpointFilter(ApiProblem.CatchAsync).AddEndpointFilter(ApiQuery.CheckAsync).RequireRateLimiting(RateLimits.Api);
        api.MapMe();
        api.MapSubjects();
        api.MapTasks();
        api.MapPlans();
        api.MapJointPlans();
        api.MapDraws();
        api.MapEvidence();
        api.MapCases();
        api.MapDocumentsApi();
        api.MapWarnings();
        api.MapEvents();
        api.MapCommitments();
        api.MapCredit();
        api.MapSelfTasks();
        api.MapImports();
        api.MapRules();
        api.MapIndicators();
        api.MapJournal();
        api.MapCatalogue();
        api.MapAccess();
        api.MapData();
        api.MapComparisons();
    }
}
