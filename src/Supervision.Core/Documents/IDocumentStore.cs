namespace Supervision.Documents;

/// <summary>Keeps issued documents. Changes become durable with the unit of work of the same scope.</summary>
public interface IDocumentStore
{
    /// <summary>Adds a document with a salt of its own; gives it as it is kept.</summary>
    /// <exception cref="Audit.ConcurrencyConflictException">There is one of this kind for this key already.</exception>
    Task<IssuedDocument> AddAsync(IssuedDocument document, CancellationToken cancellationToken);

    /// <summary>The document of a kind about a thing, or null.</summary>
    Task<IssuedDocument?> FindAsync(DocumentKind kind, string key, CancellationToken cancellationToken);

    /// <summary>The document whose content hash begins with these digits, or null: what a verification page asks.</summary>
    /// <param name="hashPrefix">At least 16 lower-case hexadecimal digits.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<IssuedDocument?> FindByHashAsync(string hashPrefix, CancellationToken cancellationToken);
}
