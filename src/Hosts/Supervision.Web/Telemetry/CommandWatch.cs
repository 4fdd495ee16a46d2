using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Supervision.Web.Telemetry;

/// <summary>One command while it runs: how long, how it ended, its span. Not thread-safe.</summary>
internal sealed class CommandWatch(string name, Activity? span, Histogram<double> durations) : IDisposable
{
    private readonly long _began = Stopwatch.GetTimestamp();
    private string _outcome = "failed";
    private string? _code;

    /// <summary>It did what it should.</summary>
    public void Done() => _outcome = "done";

    /// <summary>Its key was used before, and the first answer was given again.</summary>
    public void Replayed() => _outcome = "replayed";

    /// <summary>It was lawfully refused.</summary>
    public void Refused(string code) => (_outcome, _code) = ("refused", code);

    /// <summary>Somebody else saved in between.</summary>
    public void Conflicted() => _outcome = "conflict";

    public void Dispose()
    {
        var tags = new TagList { { "command", name }, { "outcome", _outcome } };
        if (_code is not null)
        {
            tags.Add("code", _code);
        }

        durations.Record(Stopwatch.GetElapsedTime(_began).TotalSeconds, tags);
        span?.SetTag("supervision.outcome", _outcome);
        span?.SetStatus(_outcome == "failed" ? ActivityStatusCode.Error : ActivityStatusCode.Unset);
        span?.Dispose();
    }
}
