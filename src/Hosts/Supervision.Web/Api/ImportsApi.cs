using Supervision.Registry;
using Supervision.Risk;
using Supervision.Warnings;

namespace Supervision.Web.Api;

/// <summary>Work that lasts, with its progress: imports in bulk, and the assessment of all subjects.</summary>
internal static class ImportsApi
{
    private const string Source = "api";

    public static void MapImports(this RouteGroupBuilder api)
    {
        api.MapGroup("/subjects").WithTags("subjects").MapWork<ImportSubjects>("import", "imports subjects, one JSON object a line; a bad line spoils no good one", takesRows: true, async (import, work) =>
            await import.RunAsync(Source, work.Rows<Subject>(), work.Actor, work.Reject, work.Progress, work.Stopped));
        api.MapGroup("/officers").WithTags("officers").MapWork<ImportOfficers>("import", "imports officers, one JSON object a line; a bad line spoils no good one", takesRows: true, async (import, work) =>
            await import.RunAsync(Source, work.Rows<Officer>(), work.Actor, work.Reject, work.Stopped));
        api.MapGroup("/sensor-days").WithTags("warnings").MapWork<ImportSensorDays>("import", "takes in what monitoring points sent a day, one JSON object a line; a bad line spoils no good one", takesRows: true, async (import, work) =>
            await import.RunAsync(Source, work.Rows<SensorDay>(), work.Actor, work.Reject, work.Stopped));
        api.MapGroup("/risk").WithTags("risk").MapWork<ReweighSubjects>("reweighing", "assesses all subjects anew by credit and risk packs", takesRows: false, async (reweigh, work) =>
            await reweigh.RunAsync(work.Actor, work.Progress, work.Stopped));
    }

    private static void MapWork<TUseCase>(this RouteGroupBuilder group, string pattern, string summary, bool takesRows, Func<TUseCase, ApiWork, Task<object>> run)
        where TUseCase : class
    {
        var route = group.MapPost(pattern, (ApiStreams streams) => streams.RunAsync(takesRows, run)).Says(summary + "; tells progress, reject, result or problem").WithMetadata(new UseCaseOf(typeof(TUseCase)))
            .Produces<ApiEvent>(StatusCodes.Status200OK, "application/x-ndjson", "text/event-stream");
        if (takesRows)
        {
            route.Accepts<string>("application/x-ndjson");
        }
    }
}
