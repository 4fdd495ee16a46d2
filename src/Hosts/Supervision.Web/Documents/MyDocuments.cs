using Supervision.Documents;
using Supervision.Web.SignIn;

namespace Supervision.Web.Documents;

/// <summary>A subject's own documents, to read or to download: those that are meant for the party, of its own inspections and cases.</summary>
internal static class MyDocuments
{
    public static void MapMyDocuments(this IEndpointRouteBuilder app) => app.MapGet("/mine/documents/{kind}/{**key}", async (
        DocumentKind kind, string key, bool? download, HttpContext context, OwnDossier own, DocumentFonts fonts) =>
        await own.FindDocumentAsync(kind, key, context.RequestAborted) is { } document
            ? DocumentFiles.Answer(document, download is true, context, fonts)
            : Results.NotFound()).RequireAuthorization(SignInPolicies.Subject);

    /// <summary>Whether a kind of document is handed to the party; the closing report is not.</summary>
    public static bool IsForTheParty(DocumentKind kind) => kind is not (DocumentKind.ClosingReport or DocumentKind.ServiceReceipt or DocumentKind.JointForm);
}
