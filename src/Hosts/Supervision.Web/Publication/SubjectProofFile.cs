using Supervision.Sampling;

namespace Supervision.Web.Publication;

/// <summary>A subject's own proof as a file, to be checked by any program.</summary>
internal static class SubjectProofFile
{
    public static void MapSubjectProof(this IEndpointRouteBuilder app) => app.MapGet("/draws/{id}/subject/proof.json", async (
        string id, string? subject, PublicDraws draws, PublishedBundles bundles, CancellationToken cancellationToken) =>
    {
        if (await draws.FindAsync(id, cancellationToken) is not { } one
            || bundles.Find(one.Draw) is not { } bundle
            || bundle.Frame.IndexOf(subject ?? "") < 0)
        {
            return Results.NotFound();
        }

        var bytes = new MemoryStream();
        SubjectProof.Of(bundle, subject!).Write(bytes);
        return Results.File(bytes.ToArray(), "application/json", $"{id}-{subject}.json");
    });
}
