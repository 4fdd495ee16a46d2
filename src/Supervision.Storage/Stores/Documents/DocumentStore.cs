using Microsoft.EntityFrameworkCore;
using Supervision.Documents;
using Supervision.Storage.Mapping.Documents;

namespace Supervision.Storage.Stores.Documents;

internal sealed class DocumentStore(StorageScope scope) : IDocumentStore
{
    public Task AddAsync(IssuedDocument document, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(document);
        return scope.WriteAsync(
            $"document {document.Number}",
            session =>
            {
                session.Context.Add(DocumentRow.From(document, scope.Keys));
                return session.FlushAsync(cancellationToken);
            },
            cancellationToken);
    }

    public async Task<IssuedDocument?> FindAsync(DocumentKind kind, string key, CancellationToken cancellationToken) =>
        (await scope.Read().Context.Set<DocumentRow>()
            .SingleOrDefaultAsync(row => row.Kind == (int)kind && row.Key == key, cancellationToken).ConfigureAwait(false))?.ToDocument(scope.Keys);

    public async Task<IssuedDocument?> FindByHashAsync(string hashPrefix, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(hashPrefix);
        ArgumentOutOfRangeException.ThrowIfLessThan(hashPrefix.Length, 16);
        return (await scope.Read().Context.Set<DocumentRow>()
            .Where(row => row.ContentHash.StartsWith(hashPrefix)).OrderBy(row => row.ContentHash)
            .FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false))?.ToDocument(scope.Keys);
    }
}
