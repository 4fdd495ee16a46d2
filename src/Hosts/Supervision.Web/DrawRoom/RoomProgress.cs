using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Supervision.Sampling;
using Supervision.Web.Localization;
using Supervision.Web.SignIn;

namespace Supervision.Web.DrawRoom;

/// <summary>What happens in a draw room as server-sent events: "line" for each thing that happened, "over" at the end.</summary>
internal static class RoomProgress
{
    public static void MapRoomProgress(this IEndpointRouteBuilder app) => app.MapGet("/bureau/draws/progress", async (
        string plan, SignedIn person, CommandDesk desk, DrawRooms rooms, WebTexts texts, CancellationToken cancellationToken) =>
    {
        // A plan is found only by its own agency.
        await using var scope = desk.Open(await person.ActorAsync(cancellationToken));
        return await scope.ServiceProvider.GetRequiredService<IDrawStore>().FindPlanAsync(plan, cancellationToken) is not null && rooms.Find(plan) is { } run
            ? Results.ServerSentEvents(EventsAsync(run, texts, cancellationToken))
            : Results.NotFound();
    });

    private static async IAsyncEnumerable<SseItem<string>> EventsAsync(
        RoomRun run, WebTexts texts, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var line in run.ReadAsync(cancellationToken))
        {
            yield return new SseItem<string>(texts.Format(line.Key, line.Arguments), "line");
        }

        yield return new SseItem<string>("", "over");
    }
}
