using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Supervision.Decisions;
using Supervision.Web.SignIn;

namespace Supervision.Web.Api;

/// <summary>How every group of the API answers questions: in the person's reach, with entity tags, page by page. One request; not thread-safe.</summary>
internal sealed class ApiReads(IHttpContextAccessor accessor, SignedIn person, CommandDesk desk)
{
    private const int UsualRows = 50;

    private HttpContext Http => accessor.HttpContext!;

    /// <summary>One thing; 404 when it is not there, or not in the person's reach.</summary>
    public async Task<IResult> FindAsync<T>(Func<ApiCall, Task<T?>> read, string? missing)
        where T : class
    {
        var actor = await person.ActorAsync(Http.RequestAborted);
        await using var scope = desk.Open(actor);
        if (await read(new ApiCall(Http, scope.ServiceProvider, actor)) is not { } found)
        {
            return missing is null ? ApiProblem.Of(StatusCodes.Status404NotFound)
                : ApiProblem.Of(Refusal.Of(missing, (string)Http.Request.RouteValues["id"]!), StatusCodes.Status404NotFound);
        }

        if (ApiVersions.TagOf(found) is { } tag)
        {
            Http.Response.Headers.ETag = tag;
            if (ApiVersions.IsKnown(Http.Request.Headers.IfNoneMatch, tag))
            {
                return TypedResults.StatusCode(StatusCodes.Status304NotModified);
            }
        }

        return TypedResults.Json(found, ApiJson.Options);
    }

    /// <summary>One page of a list, with a link to the next while there may be more.</summary>
    /// <param name="read">Reads at most as many rows as the page asks for, in the order of their keys.</param>
    /// <param name="key">Key of a row.</param>
    public async Task<IResult> ListAsync<T>(Func<ApiCall, ApiPage, Task<IReadOnlyList<T>>> read, Func<T, string> key)
    {
        var actor = await person.ActorAsync(Http.RequestAborted);
        await using var scope = desk.Open(actor);
        var call = new ApiCall(Http, scope.ServiceProvider, actor);
        var limit = call.Value<int>("limit") ?? UsualRows;
        if (limit is < 1 or > ApiPage.MostRows)
        {
            throw new ApiFieldException(string.Create(CultureInfo.InvariantCulture, $"A page has 1 to {ApiPage.MostRows} rows, and {limit} were asked for."), "limit");
        }

        var rows = await read(call, new ApiPage(call.Text("after"), limit));
        if (rows.Count == limit)
        {
            var query = Http.Request.Query.ToDictionary(pair => pair.Key, pair => (string?)pair.Value.ToString(), StringComparer.Ordinal);
            query["after"] = key(rows[^1]);
            Http.Response.Headers.Link = $"<{QueryHelpers.AddQueryString(Http.Request.Path.ToUriComponent(), query)}>; rel=\"next\"";
        }

        return TypedResults.Json(rows, ApiJson.Options);
    }

    /// <summary>What a use case answers that changes nothing but the journal: no key is needed.</summary>
    public async Task<IResult> AskAsync<TUseCase, T>(Func<TUseCase, ApiCall, Task<Outcome<T>>> ask)
        where TUseCase : class
        where T : notnull
    {
        var actor = await person.ActorAsync(Http.RequestAborted);
        await using var scope = desk.Open(actor);
        var call = new ApiCall(Http, scope.ServiceProvider, actor);
        var outcome = await desk.RunAsync<TUseCase, Outcome<T>>(actor, useCase => ask(useCase, call), Http.RequestAborted);
        return outcome.TryGet(out var answer, out var refusal) ? TypedResults.Json(answer, ApiJson.Options) : ApiProblem.Of(refusal);
    }
}
