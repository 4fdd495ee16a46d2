namespace Supervision.Documents;

/// <summary>Keeps issued documents. Changes become durable with the unit of work of the same scope.</summary>
public interface IDocumentStore
{
    /// <summary>Adds a document with a salt of its own; gives it as it is kept.</summary>
    /// <exception cref="Audit.ConcurrencyConflictException">There is one of this kind for this key already.</exception>
    Task<IssuedDocument> AddAsync(IssuedDocument document, CancellationToken cancellationToken);

    /// <summary>The document of a kind about a thing, or null.</summary>
    Task<IssuedDocument?> FindAsync(DocumentKind kind, string key, CancellationToken cancellationToken);

    /// <summary>A page of the documents of a kind in order of their key.</summary>
    /// <param name="kind">Kind.</param>
    /// <param name="afterKey">The last key that was seen; null for the first page.</param>
    /// <param name="limit">Most documents, 1 to 1,000.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<IReadOnlyList<IssuedDocument>> ListAsync(DocumentKind kind, string? afterKey, int limit, CancellationToken cancellationToken);

    /// <summary>
    /// The documents of every kind about a thing: those under its key and the further ones, "key/2" and so on; by kind, then in the order in
    /// which they were issued.
    /// </summary>
    /// <param name="key">A task, a case.</param>
    /// <param name="limit">Most documents, 1 to 1,000.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<IReadOnlyList<IssuedDocument>> ListOfAsync(string key, int limit, CancellationToken cancellationToken);

    /// <summary>The document whose content hash begins with these digits, or null: what a verification page asks.</summary>
    /// <param name="hashPrefix">At least 16 lower-case hexadecimal digits.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<IssuedDocument?> FindByHashAsync(string hashPrefix, CancellationToken cancellationToken);
}
