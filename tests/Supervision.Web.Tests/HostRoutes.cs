using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Supervision.Web.Tests;

/// <summary>The addresses that a host has, for what holds for each of them.</summary>
internal static class HostRoutes
{
    public static IEnumerable<RouteEndpoint> Routes(this IServiceProvider services) =>
        services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>();

    /// <summary>Those of pages, each once, with "{id}" and the like in it; a start page has one that ends in "Index" beside its usual one.</summary>
    public static IEnumerable<string> PageRoutes(this IServiceProvider services) =>
        services.Routes().Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null)
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.Trim('/')).Distinct(StringComparer.Ordinal);
}
