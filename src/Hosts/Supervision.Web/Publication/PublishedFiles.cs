using Supervision.Sampling;

namespace Supervision.Web.Publication;

/// <summary>The public files of a draw, byte for byte: what a stranger verifies.</summary>
internal static class PublishedFiles
{
    public static void MapPublishedFiles(this IEndpointRouteBuilder app) =>
        app.MapGet("/draws/{id}/files/{name}", async (
            string id, string name, PublicDraws draws, WebSettings settings, CancellationToken cancellationToken) =>
            await draws.IsKnownAsync(id, cancellationToken) && PathOf(settings, id, name) is { } path
                ? Results.File(path, ContentType(name), lastModified: new DateTimeOffset(File.GetLastWriteTimeUtc(path)), enableRangeProcessing: true)
                : Results.NotFound());

    /// <summary>The files that a draw has, with their sizes in bytes.</summary>
    public static IReadOnlyList<(string Name, long Size)> Of(WebSettings settings, PublicDraw draw) =>
        [.. BundleFile.All.Select(name => (name, Path: PathOf(settings, draw.Draw.Id, name))).Where(file => file.Path is not null)
            .Select(file => (file.name, new FileInfo(file.Path!).Length))];

    // Names come from a fixed list and ids from the database, so that no path can lead elsewhere.
    private static string? PathOf(WebSettings settings, string id, string name)
    {
        if (!BundleFile.All.Contains(name, StringComparer.Ordinal))
        {
            return null;
        }

        var path = Path.Combine(settings.Published, id, name);
        return File.Exists(path) ? path : null;
    }

    private static string ContentType(string name) => Path.GetExtension(name) switch
    {
        ".csv" => "text/csv; charset=utf-8",
        ".json" => "application/json",
        _ => "text/plain; charset=utf-8",
    };
}
