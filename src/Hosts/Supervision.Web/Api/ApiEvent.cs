namespace Supervision.Web.Api;

/// <summary>One thing that long work tells: a line of NDJSON, or a server-sent event.</summary>
/// <param name="Event">progress, reject, result or problem.</param>
/// <param name="Data">What it tells.</param>
internal sealed record ApiEvent(string Event, object Data);
