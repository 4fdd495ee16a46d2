using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace Supervision.Web;

/// <summary>What a supervisor of processes asks, and the address of the phone.</summary>
internal static class Endpoints
{
    /// <summary>A page is read and takes forms, nothing else. That of errors stands in for an answer to any method.</summary>
    public static void MapPages(this IEndpointRouteBuilder app) => app.MapRazorPages().Add(page =>
    {
        if (page is RouteEndpointBuilder { RoutePattern.RawText: not "error" })
        {
            page.Metadata.Add(new HttpMethodMetadata([HttpMethods.Get, HttpMethods.Post]));
        }
    });

    /// <summary>The shell of the phone is for everybody and holds no data; its files are static, built from web/phone.</summary>
    public static void MapPhone(this IEndpointRouteBuilder app) =>
        app.MapGet("/m", (IWebHostEnvironment host, HttpRequest request) =>
            request.Path.Value!.EndsWith('/') ? Results.Stream(host.WebRootFileProvider.GetFileInfo("m/index.html").CreateReadStream(), "text/html; charset=utf-8")
            : Results.LocalRedirect("/m/"));

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/healthz/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/healthz/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains("ready") });
    }
}
