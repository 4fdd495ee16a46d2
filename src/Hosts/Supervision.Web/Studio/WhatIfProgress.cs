using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Supervision.Web.Localization;
using Supervision.Web.SignIn;

namespace Supervision.Web.Studio;

/// <summary>How far a person's comparison is, as server-sent events: "judged" with number and words each half second, "over" at the end.</summary>
internal static class WhatIfProgress
{
    private static readonly TimeSpan s_every = TimeSpan.FromSeconds(0.5);

    public static void MapWhatIfProgress(this IEndpointRouteBuilder app) => app.MapGet(
        "/bureau/rules/what-if/progress", async (SignedIn person, WhatIfRuns runs, WebTexts texts, CancellationToken cancellationToken) =>
            runs.Find(await person.ActorAsync(cancellationToken)) is { } run
                ? Results.ServerSentEvents(EventsAsync(run, texts, cancellationToken))
                : Results.NotFound());

    /// <summary>How far it is, in words.</summary>
    public static string Words(WhatIfRun run, WebTexts texts) => texts.Format("rules.whatif.judged", run.Judged, run.Subjects);

    private static async IAsyncEnumerable<SseItem<object>> EventsAsync(WhatIfRun run, WebTexts texts, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (!run.Result.IsCompleted)
        {
            run.Look();
            yield return new SseItem<object>(new { run.Judged, Words = Words(run, texts) }, "judged");
            await Task.WhenAny(run.Result, Task.Delay(s_every, cancellationToken));
            cancellationToken.ThrowIfCancellationRequested();
        }

        yield return new SseItem<object>("", "over");
    }
}
