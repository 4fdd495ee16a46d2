using Supervision.Decisions;

namespace Supervision.Web.Api;

/// <summary>
/// The four forms of an endpoint: one thing, a list, a question to a use case, a command. Each says for the description of the API what it
/// takes and gives; what a handler adds is the one line that differs.
/// </summary>
internal static class ApiRoutes
{
    /// <summary>GET of one thing, or of what is short by its nature.</summary>
    /// <param name="group">Group of a feature.</param>
    /// <param name="pattern">Address.</param>
    /// <param name="summary">What it gives, in a few words.</param>
    /// <param name="read">Reads it in the person's reach; null when it is not there.</param>
    /// <param name="missing">Code of the refusal then, which names the "id" of the address; null for a plain 404.</param>
    public static RouteHandlerBuilder MapFind<T>(this RouteGroupBuilder group, string pattern, string summary, Func<ApiCall, Task<T?>> read, string? missing = null)
        where T : class =>
        group.MapGet(pattern, (ApiReads reads) => reads.FindAsync(read, missing)).Says(summary).Gives<T>(StatusCodes.Status404NotFound);

    /// <summary>GET of a list, page by page.</summary>
    public static RouteHandlerBuilder MapList<T>(
        this RouteGroupBuilder group, string pattern, string summary, Func<ApiCall, ApiPage, Task<IReadOnlyList<T>>> read, Func<T, string> key) =>
        group.MapGet(pattern, (ApiReads reads) => reads.ListAsync(read, key)).Says(summary).Gives<IReadOnlyList<T>>()
            .Takes("after", "key of the last row that is known already").Takes("limit", "most rows, 1 to 200; 50 if absent");

    /// <summary>GET that a use case answers: it has a right of its own, and may journal that somebody looked.</summary>
    public static RouteHandlerBuilder MapAsk<TUseCase, T>(
        this RouteGroupBuilder group, string pattern, string summary, Func<TUseCase, ApiCall, Task<Outcome<T>>> ask)
        where TUseCase : class
        where T : notnull =>
        group.MapGet(pattern, (ApiReads reads) => reads.AskAsync(ask)).Says(summary).Gives<T>(StatusCodes.Status422UnprocessableEntity)
            .WithMetadata(new UseCaseOf(typeof(TUseCase)));

    /// <summary>POST of a command that runs a use case.</summary>
    /// <param name="group">Group of a feature.</param>
    /// <param name="pattern">Address; "{id}" names the thing.</param>
    /// <param name="summary">What it does, in a few words.</param>
    /// <param name="run">Runs the use case.</param>
    /// <param name="thing">What it changes; null when it makes something new.</param>
    public static RouteHandlerBuilder MapCommand<TUseCase, TBody, T>(
        this RouteGroupBuilder group, string pattern, string summary, Func<TUseCase, ApiCommand<TBody>, Task<Outcome<T>>> run, ApiThing? thing = null)
        where TUseCase : class
        where TBody : class
        where T : notnull
    {
        var route = group.MapPost(pattern, (ApiCommands commands) => commands.OnceAsync(thing, run)).Says(summary)
            .Accepts<TBody>("application/json").WithMetadata(new UseCaseOf(typeof(TUseCase)))
            .Gives<T>(StatusCodes.Status400BadRequest, StatusCodes.Status422UnprocessableEntity)
            .WithMetadata(new ApiParameter("Idempotency-Key", "1 to 255 printable characters without blanks; the same key gives the same answer", IsHeader: true, IsRequired: true));
        return thing is null ? route
            : !thing.HasVersion ? route.Problems(StatusCodes.Status404NotFound)
            : route
            .WithMetadata(new ApiParameter("If-Match", "version that the command is meant for, such as \"3\"", IsHeader: true, IsRequired: thing.DemandsVersion))
            .Problems(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status412PreconditionFailed)
            .Problems(thing.DemandsVersion ? [StatusCodes.Status428PreconditionRequired] : []);
    }

    /// <summary>POST of a command that writes files after it has saved: it takes no key, because what was done already is refused.</summary>
    public static RouteHandlerBuilder MapDirect<TUseCase, TBody, T>(
        this RouteGroupBuilder group, string pattern, string summary, Func<TUseCase, ApiCommand<TBody>, Task<Outcome<T>>> run, ApiThing thing)
        where TUseCase : class
        where TBody : class
        where T : notnull =>
        group.MapPost(pattern, (ApiCommands commands) => commands.DirectAsync(thing, run)).Says(summary)
            .Accepts<TBody>("application/json").WithMetadata(new UseCaseOf(typeof(TUseCase)))
            .Gives<T>(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status422UnprocessableEntity);

    /// <summary>A parameter of the query.</summary>
    public static RouteHandlerBuilder Takes(this RouteHandlerBuilder route, string name, string text, bool isRequired = false) =>
        route.WithMetadata(new ApiParameter(name, text, IsRequired: isRequired));

    /// <summary>What an endpoint does, in a few words.</summary>
    public static RouteHandlerBuilder Says(this RouteHandlerBuilder route, string summary) => route.WithSummary(summary);

    private static RouteHandlerBuilder Gives<T>(this RouteHandlerBuilder route, params int[] problems) =>
        route.Produces<T>().Problems(problems);

    private static RouteHandlerBuilder Problems(this RouteHandlerBuilder route, params int[] problems)
    {
        foreach (var status in problems)
        {
            route.ProducesProblem(status);
        }

        return route;
    }
}
