using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Supervision.Web.Telemetry;

/// <summary>
/// Sends traces and metrics to a collector by OTLP, where the environment names one as OpenTelemetry says: OTEL_EXPORTER_OTLP_ENDPOINT and
/// the variables beside it. Without that nothing of it is loaded.
/// </summary>
internal sealed class TelemetryExport : IDisposable
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private static readonly string[] s_meters =
        [WebMeters.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime"];

    private readonly TracerProvider _traces = Sdk.CreateTracerProviderBuilder().ConfigureResource(Name)
        .AddSource(WebMeters.Name, "Microsoft.AspNetCore").AddOtlpExporter().Build();

    private readonly MeterProvider _metrics = Sdk.CreateMeterProviderBuilder().ConfigureResource(Name)
        .AddMeter(s_meters).AddOtlpExporter().Build();

    /// <summary>Begins to send, when the environment names a collector; dispose of it to send what is left.</summary>
    public static IDisposable? Begin() => Environment.GetEnvironmentVariable(Endpoint) is { Length: > 0 } ? new TelemetryExport() : null;

    public void Dispose()
    {
        _traces.Dispose();
        _metrics.Dispose();
    }

    // OTEL_SERVICE_NAME goes before it.
    private static void Name(ResourceBuilder resource) => resource.AddService("supervision-web").AddEnvironmentVariableDetector();
}
