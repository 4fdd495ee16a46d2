using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace Supervision.Web;

/// <summary>What a supervisor of processes asks.</summary>
internal static class Endpoints
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/healthz/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/healthz/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains("ready") });
    }
}
