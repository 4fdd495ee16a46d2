using System.Text;
using Supervision.Documents;
using Supervision.Web.SignIn;

namespace Supervision.Web.Documents;

/// <summary>
/// An issued document to read or to download, for those of its agency. It brings styles of its own and no script: its policy lets in
/// nothing else.
/// </summary>
internal static class DocumentFiles
{
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'";

    public static void MapDocuments(this IEndpointRouteBuilder app) => app.MapGet("/bureau/documents/{kind}/{**key}", async (
        DocumentKind kind, string key, bool? download, HttpContext context, SignedIn person, CommandDesk desk, DocumentFonts fonts) =>
    {
        await using var scope = desk.Open(await person.ActorAsync(context.RequestAborted));
        var store = scope.ServiceProvider.GetRequiredService<IDocumentStore>();
        if (await store.FindAsync(kind, key, context.RequestAborted) is not { } document)
        {
            return Results.NotFound();
        }

        return Answer(document, download is true, context, fonts);
    });

    /// <summary>The document as a page, or as a file: PDF where fonts are set, else HTML.</summary>
    public static IResult Answer(IssuedDocument document, bool download, HttpContext context, DocumentFonts fonts)
    {
        var composed = document.Compose(DocumentAudience.Party).OrThrow();
        context.Response.Headers.ContentSecurityPolicy = Policy;
        context.Response.Headers.CacheControl = "no-store";
        if (!download)
        {
            return Results.Text(HtmlRenderer.Render(composed), "text/html; charset=utf-8", Encoding.UTF8);
        }

        var name = string.Concat($"{document.Number} {composed.Title}".Where(letter => !Path.GetInvalidFileNameChars().Contains(letter)));
        return fonts.Find() is { } set && new PdfRenderer(set).Render(composed, PaperSize.A4).TryGet(out var pdf, out _)
            ? Results.File(pdf, "application/pdf", name + ".pdf")
            : Results.File(Encoding.UTF8.GetBytes(HtmlRenderer.Render(composed)), "text/html; charset=utf-8", name + ".html");
    }
}
