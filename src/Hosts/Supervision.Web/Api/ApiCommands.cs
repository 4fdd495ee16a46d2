using System.Text;
using System.Text.Json;
using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Web.SignIn;
using Supervision.Web.Telemetry;

namespace Supervision.Web.Api;

/// <summary>
/// How every group of the API takes a command: first the right, then whether the thing is there, then which version is meant, then the body
/// within a limit, each key once, and the answer or a problem. One request; not thread-safe.
/// </summary>
internal sealed class ApiCommands(IHttpContextAccessor accessor, SignedIn person, CommandDesk desk, WebMeters meters)
{
    private HttpContext Http => accessor.HttpContext!;

    /// <summary>Runs a use case once for its Idempotency-Key and answers what it gave as JSON.</summary>
    /// <param name="thing">What the command changes, by the "id" of the address; null when it makes something new.</param>
    /// <param name="run">Runs the use case. A body out of range throws <see cref="ApiFieldException"/>.</param>
    public async Task<IResult> OnceAsync<TUseCase, TBody, TAnswer>(ApiThing? thing, Func<TUseCase, ApiCommand<TBody>, Task<Outcome<TAnswer>>> run)
        where TUseCase : class
        where TBody : class
        where TAnswer : notnull
    {
        using var watch = meters.Command(typeof(TUseCase).Name);
        try
        {
            return await OnceAsync(thing, run, watch);
        }
        catch (Exception exception) when (watch.Threw(exception))
        {
            throw;
        }
    }

    private async Task<IResult> OnceAsync<TUseCase, TBody, TAnswer>(ApiThing? thing, Func<TUseCase, ApiCommand<TBody>, Task<Outcome<TAnswer>>> run, CommandWatch watch)
        where TUseCase : class
        where TBody : class
        where TAnswer : notnull
    {
        var stopped = Http.RequestAborted;
        var actor = await person.ActorAsync(stopped);

        // Asks for the right before anything is looked at: a refusal for lack of it is journalled here, leaves no key behind and tells nothing.
        await desk.RunAsync<TUseCase, bool>(actor, _ => Task.FromResult(true), stopped);
        var meant = thing is null ? null : await MeantAsync(thing, actor, stopped);
        if (thing is { DemandsVersion: true } && meant is null)
        {
            watch.Invalid();
            return ApiProblem.Of(
                StatusCodes.Status428PreconditionRequired, "Name the version that the command is meant for: the ETag that reading gave, such as \"3\".", "If-Match");
        }

        var (text, body) = await ApiBody.ReadAsync<TBody>(Http);
        var answered = await desk.RunOnceAsync(
            actor, Http.Request.Headers["Idempotency-Key"].ToString(), $"{Http.Request.Path}\n{text}",
            async services =>
            {
                var call = new ApiCommand<TBody>(Http, services, actor, body);
                await DemandVersionAsync(thing, meant, services, call);
                try
                {
                    return JsonSerializer.Serialize((await run(services.GetRequiredService<TUseCase>(), call)).OrThrow(), ApiJson.Options);
                }
                catch (ArgumentException wrong)
                {
                    // What the library takes for a mistake of its caller is here one of the client.
                    throw new ApiFieldException(wrong.Message, wrong.ParamName ?? "$");
                }
            },
            stopped);
        if (!answered.TryGet(out var answer, out var refusal))
        {
            watch.Refused(refusal.Code);
            return ApiProblem.Of(refusal);
        }

        watch.Done();
        if (answer.IsReplayed)
        {
            watch.Replayed();
            Http.Response.Headers["Idempotency-Replayed"] = "true";
        }

        return TypedResults.Text(answer.Text, "application/json", Encoding.UTF8);
    }

    /// <summary>
    /// Runs a use case without a key: it writes files after it has saved, and refuses what was done already, so that what is sent again does
    /// nothing twice.
    /// </summary>
    public async Task<IResult> DirectAsync<TUseCase, TBody, TAnswer>(ApiThing thing, Func<TUseCase, ApiCommand<TBody>, Task<Outcome<TAnswer>>> run)
        where TUseCase : class
        where TBody : class
        where TAnswer : notnull
    {
        using var watch = meters.Command(typeof(TUseCase).Name);
        try
        {
            return await DirectAsync(thing, run, watch);
        }
        catch (Exception exception) when (watch.Threw(exception))
        {
            throw;
        }
    }

    private async Task<IResult> DirectAsync<TUseCase, TBody, TAnswer>(ApiThing thing, Func<TUseCase, ApiCommand<TBody>, Task<Outcome<TAnswer>>> run, CommandWatch watch)
        where TUseCase : class
        where TBody : class
        where TAnswer : notnull
    {
        var actor = await person.ActorAsync(Http.RequestAborted);
        await desk.RunAsync<TUseCase, bool>(actor, _ => Task.FromResult(true), Http.RequestAborted);
        await MeantAsync(thing, actor, Http.RequestAborted);
        var (_, body) = await ApiBody.ReadAsync<TBody>(Http);
        await using var scope = desk.Open(actor);
        var call = new ApiCommand<TBody>(Http, scope.ServiceProvider, actor, body);
        var outcome = await desk.RunAsync<TUseCase, Outcome<TAnswer>>(actor, useCase => run(useCase, call), Http.RequestAborted);
        if (!outcome.TryGet(out var answer, out var refusal))
        {
            watch.Refused(refusal.Code);
            return ApiProblem.Of(refusal);
        }

        watch.Done();
        return TypedResults.Json(answer, ApiJson.Options);
    }

    // What If-Match names; null when it names nothing. Whether the thing has that version is asked under the key: a command that was sent
    // again gets its first answer, although the thing has moved on by it.
    private async Task<string?> MeantAsync(ApiThing thing, Actor actor, CancellationToken stopped)
    {
        await using var scope = desk.Open(actor);
        var id = (string)Http.Request.RouteValues["id"]!;
        _ = await thing.VersionAsync(scope.ServiceProvider, id, stopped) ?? throw new RefusedException(Refusal.Of(thing.Missing, id));
        return Http.Request.Headers.IfMatch.ToString() is { Length: > 0 } tags ? tags : null;
    }

    private static async Task DemandVersionAsync<TBody>(ApiThing? thing, string? meant, IServiceProvider services, ApiCommand<TBody> call)
    {
        if (thing is { HasVersion: true } && meant is not null
            && await thing.VersionAsync(services, call.Id, call.Stopped) is { } version && !ApiVersions.IsNamed(meant, version))
        {
            throw new ApiPreconditionException(version);
        }
    }
}
