using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text.Json;
using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Rules.Packs;
using Supervision.Web.Api;

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

    /// <summary>The client sent what cannot be taken: a body, a parameter, a version. Nothing is wrong here.</summary>
    public void Invalid() => _outcome = "invalid";

    /// <summary>Takes down how an exception ended it; always false, so that a filter leaves the exception to go on.</summary>
    public bool Threw(Exception exception)
    {
        switch (exception)
        {
            case RefusedException refused:
                Refused(refused.Refusal.Code);
                break;
            case ConcurrencyConflictException:
                _outcome = "conflict";
                break;
            case OperationCanceledException:
                _outcome = "cancelled";
                break;
            case ApiFieldException or ApiPreconditionException or JsonException or BadHttpRequestException or RulePackException:
                Invalid();
                break;
        }

        return false;
    }

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
