using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Supervision.Documents;
using Supervision.Hashing;
using Supervision.Storage.Mapping.Documents;

namespace Supervision.Storage.Stores.Documents;

internal sealed class DocumentStore(StorageScope scope) : IDocumentStore
{
    private const int MostAtOnce = 1000;

    public Task<IssuedDocument> AddAsync(IssuedDocument document, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(document);
        var salted = document with { Salt = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Digest.Size)) };
        return scope.WriteAsync(
            $"document {document.Number}",
            async session =>
            {
                session.Context.Add(DocumentRow.From(salted, scope.Keys));
                await session.FlushAsync(cancellationToken).ConfigureAwait(false);
                return salted;
            },
            cancellationToken);
    }

    public async Task<IssuedDocument?> FindAsync(DocumentKind kind, string key, CancellationToken cancellationToken) =>
        (await scope.Read().Context.Set<DocumentRow>()
            .SingleOrDefaultAsync(row => row.Kind == (int)kind && row.Key == key, cancellationToken).ConfigureAwait(false))?.ToDocument(scope.Keys);

    public async Task<IReadOnlyList<IssuedDocument>> ListAsync(DocumentKind kind, string? afterKey, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, MostAtOnce);
        var rows = await scope.Read().Context.Set<DocumentRow>()
            .Where(row => row.Kind == (int)kind && (afterKey == null || row.Key.CompareTo(afterKey) > 0))
            .OrderBy(row => row.Key).Take(limit).ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(row => row.ToDocument(scope.Keys));
    }

    public async Task<IReadOnlyList<IssuedDocument>> ListOfAsync(string key, int limit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, MostAtOnce);

        // '0' comes after '/': two spans of the index on the key, and no other key that begins alike.
        var (first, end) = (key + "/", key + "0");
        var rows = await scope.Read().Context.Set<DocumentRow>()
            .Where(row => row.Key == key || (row.Key.CompareTo(first) > 0 && row.Key.CompareTo(end) < 0))
            .OrderBy(row => row.Kind).ThenBy(row => row.Key.Length).ThenBy(row => row.Key)
            .Take(limit).ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(row => row.ToDocument(scope.Keys));
    }

    public async Task<IssuedDocument?> FindByHashAsync(string hashPrefix, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(hashPrefix);
        ArgumentOutOfRangeException.ThrowIfLessThan(hashPrefix.Length, 16);
        return (await scope.Read().Context.Set<DocumentRow>()
            .Where(row => row.ContentHash.StartsWith(hashPrefix)).OrderBy(row => row.ContentHash)
            .FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false))?.ToDocument(scope.Keys);
    }
}
