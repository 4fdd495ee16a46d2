using System.Globalization;
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
    private const char Lost = '\uFFFD'; // what reading puts in the place of bytes that are no UTF-8

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
        if (line.IndexOf(Lost, StringComparison.Ordinal) is >= 0 and var at)
        {
            return Rejected<T>(row, "$", line, Refusal.Of("SUP1049", (at + 1).ToString(CultureInfo.InvariantCulture)), "import.remedy.encoding");
        }

        try
        {
            return new ImportRow<T>(row, JsonSerializer.Deserialize<T>(line, ApiJson.Options) ?? throw new JsonException("null"), null);
        }
        catch (JsonException wrong)
        {
            return Rejected<T>(row, wrong.Path ?? "$", line, Refusal.Of("SUP7323", ApiJson.WordsOf(wrong)), "import.remedy.correct");
        }
    }

    private static ImportRow<T> Rejected<T>(long row, string column, string line, Refusal reason, string remedy)
        where T : class =>
        new(row, null, new ImportReject(row, column, line.Length > ShownLength ? line[..ShownLength] + "…" : line, reason, Message.Of(remedy)));
}
