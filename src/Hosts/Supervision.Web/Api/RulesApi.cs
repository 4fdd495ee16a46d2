using Supervision.Credit;
using Supervision.Policies;
using Supervision.Time;
using Supervision.Web.Studio;

namespace Supervision.Web.Api;

/// <summary>Rule packs: read, checked, written, published by a second person; a history evaluated, and what a draft would change.</summary>
internal static class RulesApi
{
    private const int MostChanges = 200;

    public static void MapRules(this RouteGroupBuilder api)
    {
        var rules = api.MapGroup("/rules").WithTags("rules");
        rules.MapFind<IReadOnlyList<PackView>>("packs", "every version in or out of force, and the drafts written last", async call =>
            [.. (await call.Get<PackShelf>().ListAsync(call.Get<IPackStore>(), call.Stopped)).Select(PackView.Of)]);
        rules.MapFind("packs/{policy}/{version}/{hash}", "the text of one version", async call => await PackAsync(call) is { } item ? new PackText(item.File, item.Text) : null);
        rules.MapFind("packs/{policy}/{version}/{hash}/what-if", "what a version would change for the subjects of the database", WhatIfAsync).Takes("asOf", "the day on which they are judged; today, or its first day, if absent");
        rules.MapPost("check", (IHttpContextAccessor accessor) => CheckAsync(accessor.HttpContext!)).Says("checks a pack: errors, gaps, examples; nothing is kept")
            .Accepts<PackText>("application/json").Produces<PackCheckView>();
        rules.MapPost("evaluate", (IHttpContextAccessor accessor, ICreditPolicy policy) => EvaluateAsync(accessor.HttpContext!, policy)).Says("scores a history by the packs in force; nothing is kept")
            .Accepts<HistoryToEvaluate>("application/json").Produces<CreditDecision>();
        rules.MapCommand<WritePack, PackText, PackView>("drafts", "writes a draft", async (write, call) =>
            (await write.RunAsync(call.Body.File, call.Body.Text, call.Actor, call.Stopped)).TryGet(out var draft, out var refusal) ? PackView.Of(PackItem.Of(draft)) : refusal);
        rules.MapCommand<PublishPack, NoBody, PackView>("packs/{policy}/{version}/{hash}/publication", "publishes a draft that somebody else wrote; it decides from its first day on", async (publish, call) =>
            (await publish.RunAsync(call.Route("policy"), call.Route("version"), call.Route("hash"), call.Actor, call.Stopped)).TryGet(out var published, out var refusal)
                ? PackView.Of(PackItem.Of(published)) : refusal)
            .AddEndpointFilter(async (context, next) =>
            {
                var answer = await next(context);
                await context.HttpContext.RequestServices.GetRequiredService<PublishedHere>().TakeAsync(context.HttpContext.RequestAborted);
                return answer;
            });
    }

    private static Task<PackItem?> PackAsync(ApiCall call) =>
        call.Get<PackShelf>().FindAsync(call.Get<IPackStore>(), call.Route("policy"), call.Route("version"), call.Route("hash"), call.Stopped);

    private static async Task<WhatIfView?> WhatIfAsync(ApiCall call)
    {
        if (await PackAsync(call) is not { } item)
        {
            return null;
        }

        var today = call.Get<AuthorityClock>().Today;
        var asOf = call.Value<DateOnly>("asOf") ?? (item.From > today ? item.From : today);
        return WhatIfView.Of(await call.Get<WhatIf>().CompareAsync(item, asOf, call.Actor, call.Get<IServiceProvider>(), call.Stopped), asOf, MostChanges);
    }

    private static async Task<IResult> CheckAsync(HttpContext http)
    {
        var (_, pack) = await ApiBody.ReadAsync<PackText>(http);
        return TypedResults.Json(PackCheckView.Of(DraftCheck.Of(pack.File, pack.Text, null)), ApiJson.Options);
    }

    private static async Task<IResult> EvaluateAsync(HttpContext http, ICreditPolicy policy)
    {
        var (_, given) = await ApiBody.ReadAsync<HistoryToEvaluate>(http);
        return TypedResults.Json(policy.Evaluate(given.History, given.AsOf), ApiJson.Options);
    }

    /// <summary>A history, of a subject or made up, to score.</summary>
    /// <param name="History">Events of one subject.</param>
    /// <param name="AsOf">The day of which the score tells.</param>
    internal sealed record HistoryToEvaluate(CreditHistory History, DateOnly AsOf);
}
