using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http.Features;
using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Web.SignIn;
using Supervision.Web.Telemetry;

namespace Supervision.Web.Api;

/// <summary>
/// How the API takes work that lasts: the answer begins at once and tells of progress line by line, as NDJSON, or as server-sent events where
/// the client asks for text/event-stream. It takes no key: rows that are there already change nothing. One request; not thread-safe.
/// </summary>
internal sealed partial class ApiStreams(IHttpContextAccessor accessor, SignedIn person, CommandDesk desk, WebMeters meters, ILogger<ApiStreams> log)
{
    /// <summary>Most bytes of the rows of one import.</summary>
    public const long MostBytes = 512L * 1024 * 1024;

    private HttpContext Http => accessor.HttpContext!;

    /// <summary>Runs a use case whose right is demanded first, and tells of it while it runs.</summary>
    /// <param name="takesRows">Whether rows are sent: they are kept in a temporary file, so that a slow client holds no transaction open.</param>
    /// <param name="run">Runs the use case and gives its result.</param>
    public async Task<IResult> RunAsync<TUseCase>(bool takesRows, Func<TUseCase, ApiWork, Task<object>> run)
        where TUseCase : class
    {
        var actor = await person.ActorAsync(Http.RequestAborted);
        await desk.RunAsync<TUseCase, bool>(actor, _ => Task.FromResult(true), Http.RequestAborted);
        var sent = takesRows ? await KeepAsync() : null;
        var events = EventsAsync(actor, sent, run, Http.RequestAborted);
        if (Http.Request.Headers.Accept.Any(types => types?.Contains("text/event-stream", StringComparison.Ordinal) is true))
        {
            return TypedResults.ServerSentEvents(events.Select(one => new SseItem<string>(JsonSerializer.Serialize(one.Data, ApiJson.Options), one.Event)));
        }

        return TypedResults.Stream(async body =>
        {
            await foreach (var one in events)
            {
                await body.WriteAsync((byte[])[.. JsonSerializer.SerializeToUtf8Bytes(one, ApiJson.Options), (byte)'\n'], Http.RequestAborted);
                await body.FlushAsync(Http.RequestAborted);
            }
        }, "application/x-ndjson");
    }

    private async IAsyncEnumerable<ApiEvent> EventsAsync<TUseCase>(
        Actor actor, Stream? sent, Func<TUseCase, ApiWork, Task<object>> run, [EnumeratorCancellation] CancellationToken stopped)
        where TUseCase : class
    {
        using var watch = meters.Command(typeof(TUseCase).Name);
        await using var kept = sent;
        var told = Channel.CreateUnbounded<ApiEvent>(new UnboundedChannelOptions { SingleReader = true });
        var work = Task.Run(() => WorkAsync(actor, run, new ApiWork(actor, sent, told.Writer, stopped), told.Writer, watch), CancellationToken.None);
        try
        {
            await foreach (var one in told.Reader.ReadAllAsync(stopped))
            {
                yield return one;
            }
        }
        finally
        {
            await work; // its file and its scope outlive the client by the batch under way
        }
    }

    private async Task WorkAsync<TUseCase>(Actor actor, Func<TUseCase, ApiWork, Task<object>> run, ApiWork work, ChannelWriter<ApiEvent> told, CommandWatch watch)
        where TUseCase : class
    {
        try
        {
            told.TryWrite(new ApiEvent("result", await desk.RunAsync<TUseCase, object>(actor, useCase => run(useCase, work), work.Stopped)));
            watch.Done();
        }
        catch (RefusedException refused)
        {
            watch.Refused(refused.Refusal.Code);
            told.TryWrite(new ApiEvent("problem", refused.Refusal));
        }
        catch (OperationCanceledException cancelled)
        {
            watch.Threw(cancelled);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            Failed(log, typeof(TUseCase).Name, fault);
            told.TryWrite(new ApiEvent("problem", new { status = StatusCodes.Status500InternalServerError, traceId = System.Diagnostics.Activity.Current?.Id }));
        }

        told.Complete();
    }

    private async Task<Stream> KeepAsync()
    {
        if (Http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = MostBytes;
        }

        var file = new FileStream(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        try
        {
            await Http.Request.Body.CopyToAsync(file, Http.RequestAborted);
            file.Position = 0;
            return file;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    [LoggerMessage(1, LogLevel.Error, "Long work of {UseCase} failed.")]
    private static partial void Failed(ILogger log, string useCase, Exception fault);
}
