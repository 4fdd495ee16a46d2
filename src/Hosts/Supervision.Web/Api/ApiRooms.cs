using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Supervision.Decisions;
using Supervision.Sampling;
using Supervision.Web.DrawRoom;
using Supervision.Web.Localization;
using Supervision.Web.SignIn;

namespace Supervision.Web.Api;

/// <summary>
/// How the API takes the steps of a draw, which last: 202 at once, and the progress as server-sent events. A step is taken once because the
/// room must stand before it: what is sent again is 409. One request; not thread-safe.
/// </summary>
internal sealed class ApiRooms(IHttpContextAccessor accessor, SignedIn person, CommandDesk desk, DrawRooms rooms, RoomActs acts, WebTexts texts)
{
    private HttpContext Http => accessor.HttpContext!;

    private string Plan => (string)Http.Request.RouteValues["id"]!;

    /// <summary>Begins a step, whose right is demanded first.</summary>
    public async Task<IResult> StartAsync<TUseCase>(RoomStep step)
        where TUseCase : class
    {
        var stopped = Http.RequestAborted;
        var actor = await person.ActorAsync(stopped);
        await desk.RunAsync<TUseCase, bool>(actor, _ => Task.FromResult(true), stopped);
        if (await FindAsync() is not { } state)
        {
            return ApiProblem.Of(Refusal.Of("SUP4111", Plan));
        }

        var (_, given) = await ApiBody.ReadAsync<RoomFacts>(Http);
        if (state.Step != step)
        {
            return ApiProblem.Of(Refusal.Of("SUP7321", Plan, state.Step.ToString(), step.ToString()), StatusCodes.Status409Conflict);
        }

        return rooms.Start(Plan, run => acts.ActAsync(state, given.ToInputs(), actor, run))
            ? TypedResults.Accepted($"/api/plans/{Uri.EscapeDataString(Plan)}/progress")
            : ApiProblem.Of(Refusal.Of("SUP7322", Plan), StatusCodes.Status409Conflict);
    }

    /// <summary>
    /// What happens in the room: "line" for each thing that happened, "refused" with the reason, "over" at the end. Whoever comes again with
    /// Last-Event-ID gets what followed; who has seen the end gets 204, at which an EventSource stops asking.
    /// </summary>
    public async Task<IResult> ProgressAsync()
    {
        if (await FindAsync() is null || rooms.Find(Plan) is not { } run)
        {
            return ApiProblem.Of(StatusCodes.Status404NotFound);
        }

        var last = Http.Request.Headers["Last-Event-ID"].ToString();
        return last == IdOf(run, "over") ? TypedResults.NoContent()
            : TypedResults.ServerSentEvents(EventsAsync(run, last.StartsWith(IdOf(run, ""), StringComparison.Ordinal) ? last : "", Http.RequestAborted));
    }

    private async Task<RoomState?> FindAsync()
    {
        await using var scope = desk.Open(await person.ActorAsync(Http.RequestAborted));
        var draws = scope.ServiceProvider.GetRequiredService<IDrawStore>();
        return await draws.FindPlanAsync(Plan, Http.RequestAborted) is { } plan ? await RoomState.OfAsync(plan, draws, acts, Http.RequestAborted) : null;
    }

    private async IAsyncEnumerable<SseItem<string>> EventsAsync(RoomRun run, string last, [EnumeratorCancellation] CancellationToken stopped)
    {
        var (number, isNew) = (0, last.Length == 0);
        await foreach (var line in run.ReadAsync(stopped))
        {
            var id = IdOf(run, (++number).ToString(CultureInfo.InvariantCulture));
            if (isNew)
            {
                yield return new SseItem<string>(texts.Format(line.Key, line.Arguments), "line") { EventId = id };
            }

            isNew |= id == last;
        }

        if (run.Now.Refusal is { } refusal)
        {
            yield return new SseItem<string>(refusal.In(CultureInfo.CurrentUICulture), "refused");
        }

        yield return new SseItem<string>("", "over") { EventId = IdOf(run, "over") };
    }

    private static string IdOf(RoomRun run, string part) => $"{run.Id}-{part}";
}
