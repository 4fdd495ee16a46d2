using System.Collections.Concurrent;
using System.Diagnostics;

namespace Supervision.Storage.Tests.Reads;

/// <summary>
/// Hears of every statement that the driver of PostgreSQL sends on behalf of the test that made it, whoever wrote the statement: Entity Framework,
/// the stores or the bulk paths.
/// </summary>
internal sealed class QueryLog : IDisposable
{
    private readonly ConcurrentQueue<string> _texts = new();
    private readonly ActivityListener _listener;
    private readonly Activity _own = new Activity("queries of a test").SetIdFormat(ActivityIdFormat.W3C).Start();

    public QueryLog()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> options) =>
                options.Parent.TraceId == _own.TraceId ? ActivitySamplingResult.AllData : ActivitySamplingResult.None,
            ActivityStopped = activity =>
            {
                if (activity.TraceId == _own.TraceId && (activity.GetTagItem("db.query.text") ?? activity.GetTagItem("db.statement")) is string text)
                {
                    _texts.Enqueue(text);
                }
            },
        };
        ActivitySource.AddActivityListener(_listener);
    }

    /// <summary>What was sent since this was last asked.</summary>
    public IReadOnlyList<string> Take()
    {
        var taken = new List<string>();
        while (_texts.TryDequeue(out var text))
        {
            taken.Add(text);
        }

        return taken;
    }

    public void Dispose()
    {
        _listener.Dispose();
        _own.Dispose();
    }
}
