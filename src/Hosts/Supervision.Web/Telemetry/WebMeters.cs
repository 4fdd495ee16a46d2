using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Supervision.Web.Telemetry;

/// <summary>
/// What the host counts, under the names of docs/reference/metrics.md, for any listener of System.Diagnostics: an OpenTelemetry exporter,
/// dotnet-counters. Nothing in it is of a person or a subject. Thread-safe.
/// </summary>
internal sealed class WebMeters : IDisposable
{
    /// <summary>Name of the meter and of the source of traces.</summary>
    public const string Name = "Supervision.Web";

    private readonly Meter _meter;
    private readonly Histogram<double> _commands;
    private readonly Counter<long> _limited;
    private readonly Counter<long> _rows;
    private readonly Counter<long> _signIns;

    public WebMeters(IMeterFactory meters)
    {
        _meter = meters.Create(Name);
        _commands = _meter.CreateHistogram<double>("supervision.command.duration", "s", "Commands of the API, from the request to its answer.");
        _limited = _meter.CreateCounter<long>("supervision.requests.limited", "{request}", "Requests that were turned away because there were too many.");
        _rows = _meter.CreateCounter<long>("supervision.import.rows", "{row}", "Rows of imports over the API.");
        _signIns = _meter.CreateCounter<long>("supervision.signin.tries", "{try}", "Tries to sign in by password.");
    }

    /// <summary>Where traces come from: one span for each command.</summary>
    public ActivitySource Traces { get; } = new(Name);

    /// <summary>Watches one command until it is disposed of.</summary>
    public CommandWatch Command(string name) => new(name, Traces.StartActivity("command " + name), _commands);

    /// <summary>A request was turned away.</summary>
    /// <param name="policy">Name of the limit.</param>
    public void Limited(string policy) => _limited.Add(1, new KeyValuePair<string, object?>("limit", policy));

    /// <summary>Somebody tried to sign in.</summary>
    /// <param name="outcome">"done", "wrong" or "locked".</param>
    public void SignedIn(string outcome) => _signIns.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    /// <summary>Rows of an import were read.</summary>
    public void Imported(string command, long taken, long rejected)
    {
        _rows.Add(taken, new("command", command), new("outcome", "taken"));
        _rows.Add(rejected, new("command", command), new("outcome", "rejected"));
    }

    public void Dispose()
    {
        _meter.Dispose();
        Traces.Dispose();
    }
}
