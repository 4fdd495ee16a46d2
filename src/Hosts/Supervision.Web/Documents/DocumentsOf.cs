using System.Globalization;
using Supervision.Documents;

namespace Supervision.Web.Documents;

/// <summary>The documents that were issued about a task or a case.</summary>
internal static class DocumentsOf
{
    /// <summary>Documents of every kind kept under an id, and further ones of a kind ("id/2"), in the order of the kinds.</summary>
    public static async Task<IReadOnlyList<IssuedDocument>> ReadAsync(IDocumentStore store, string id, CancellationToken cancellationToken)
    {
        var found = new List<IssuedDocument>();
        foreach (var kind in Enum.GetValues<DocumentKind>())
        {
            for (var number = 1; ; number++)
            {
                var key = number == 1 ? id : string.Create(CultureInfo.InvariantCulture, $"{id}/{number}");
                if (await store.FindAsync(kind, key, cancellationToken) is not { } document)
                {
                    break;
                }

                found.Add(document);
            }
        }

        return found;
    }
}
