using System.Text.Json;
using System.Threading.Channels;
using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Registry;

namespace Supervision.Web.Api;

/// <summary>Long work as its handler sees it: who acts, the rows that were sent, whom to tell. One task at a time.</summary>
internal sealed class ApiWork(Actor actor, Stream? sent, ChannelWriter<ApiEvent> told, CancellationToken stopped)
{
    private const int ShownLength = 300;

    public Actor Actor => actor;

    /// <summary>The client went away.</summary>
    public CancellationToken Stopped => stopped;

    /// <summary>Rows that were sent, one JSON object a line; a line that is none is rejected and the others stay.</summary>
    public IEnumerable<ImportRow<T>> Rows<T>()
        where T : class
    {
        using var lines = new StreamReader(sent!);
        for (var row = 1L; lines.ReadLine() is { } line; row++)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                yield return RowOf<T>(row, line);
            }
        }
    }

    public void Progress(long rows) => told.TryWrite(new ApiEvent("progress", rows));

    public void Reject(ImportReject reject) => told.TryWrite(new ApiEvent("reject", reject));

    private static ImportRow<T> RowOf<T>(long row, string line)
        where T : class
    {
        try
        {
            return new ImportRow<T>(row, JsonSerializer.Deserialize<T>(line, ApiJson.Options) ?? throw new JsonException("null"), null);
        }
        catch (JsonException wrong)
        {
            var shown = line.Length > ShownLength ? line[..ShownLength] + "…" : line;
            return new ImportRow<T>(row, null, new ImportReject(row, wrong.Path ?? "$", shown, Refusal.Of("SUP7323", wrong.Message), Message.Of("import.remedy.correct")));
        }
    }
}
