using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Web.SignIn;

namespace Supervision.Web.Api;

/// <summary>
/// How every group of the API takes a command: body within a limit, right before key, each key once, the answer or a problem. One request;
/// not thread-safe.
/// </summary>
internal sealed class ApiCommands(IHttpContextAccessor http, SignedIn person, CommandDesk desk)
{
    private const long MostBytes = 2 * 1024 * 1024;

    /// <summary>Runs a use case once for its Idempotency-Key and answers what it gave as JSON.</summary>
    /// <param name="name">The command and what it is about: part of what must be equal under one key.</param>
    /// <param name="run">Runs the use case on the body. A body out of range throws <see cref="ApiBodyException"/>.</param>
    public async Task<IResult> OnceAsync<TUseCase, TBody, TAnswer>(string name, Func<TUseCase, TBody, Actor, CancellationToken, Task<Outcome<TAnswer>>> run)
        where TUseCase : class
        where TBody : class
        where TAnswer : notnull
    {
        var context = http.HttpContext!;
        var stopped = context.RequestAborted;
        var (text, body) = await ReadAsync<TBody>(context);
        var actor = await person.ActorAsync(stopped);

        // Asks for the right before the key is looked at: a refusal for lack of it is journalled here and leaves no key behind.
        await desk.RunAsync<TUseCase, bool>(actor, _ => Task.FromResult(true), stopped);
        var answered = await desk.RunOnceAsync(
            actor, context.Request.Headers["Idempotency-Key"].ToString(), name + "\n" + text,
            async services => JsonSerializer.Serialize((await run(services.GetRequiredService<TUseCase>(), body, actor, stopped)).OrThrow(), ApiJson.Options),
            stopped);
        if (!answered.TryGet(out var answer, out var refusal))
        {
            return ApiProblem.Of(refusal);
        }

        if (answer.IsReplayed)
        {
            context.Response.Headers["Idempotency-Replayed"] = "true";
        }

        return TypedResults.Text(answer.Text, "application/json", Encoding.UTF8);
    }

    private static async Task<(string Text, TBody Body)> ReadAsync<TBody>(HttpContext context)
        where TBody : class
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = MostBytes;
        }

        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var text = await reader.ReadToEndAsync(context.RequestAborted);
        return (text, JsonSerializer.Deserialize<TBody>(text, ApiJson.Options) ?? throw new ApiBodyException("null", "$"));
    }
}
