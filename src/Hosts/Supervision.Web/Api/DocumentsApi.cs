using Supervision.Documents;

namespace Supervision.Web.Api;

/// <summary>Documents that one's own agency issued.</summary>
internal static class DocumentsApi
{
    public static void MapDocumentsApi(this RouteGroupBuilder api)
    {
        var documents = api.MapGroup("/documents").WithTags("documents");
        documents.MapList("{kind}", "documents of a kind", (call, page) =>
            call.Get<IDocumentStore>().ListAsync(call.RouteChoice<DocumentKind>("kind"), page.After, page.Limit, call.Stopped), document => document.Key);
        documents.MapFind("{kind}/{**key}", "one document: number, facts, template, hash", call =>
            call.Get<IDocumentStore>().FindAsync(call.RouteChoice<DocumentKind>("kind"), call.Route("key"), call.Stopped));
        documents.MapCommand<IssueDocument, DocumentToIssue, IssuedDocument>("{kind}/{**key}", "issues a document about a task or a case, under the next number", (issue, call) =>
            issue.RunAsync(
                call.Get<DocumentTemplates>().Of(call.RouteChoice<DocumentKind>("kind")), call.Route("key"), call.Body.AgencyShort, call.Body.Facts, call.Body.VerificationBase,
                call.Actor, call.Stopped));
    }
}
