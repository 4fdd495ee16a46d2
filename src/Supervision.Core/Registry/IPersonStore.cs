using Supervision.Hashing;

namespace Supervision.Registry;

/// <summary>
/// Keeps personal data encrypted and finds them by a keyed hash of the identity number. An actor finds those of the own agency.
/// Changes become durable with the unit of work of the same scope.
/// </summary>
public interface IPersonStore
{
    /// <summary>Adds a person.</summary>
    /// <returns>A salted hash over the data, for the journal: without the salt, which goes with the data, it says nothing.</returns>
    Task<Digest> AddAsync(Person person, CancellationToken cancellationToken);

    /// <summary>The person with an id, or null.</summary>
    Task<Person?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>Ids of the records under an identity number, in order.</summary>
    Task<IReadOnlyList<string>> FindIdsAsync(ResidentId idNumber, CancellationToken cancellationToken);

    /// <summary>Ids of those whose last day lies before a date, in order; at most so many.</summary>
    Task<IReadOnlyList<string>> ListExpiredAsync(DateOnly before, int limit, CancellationToken cancellationToken);

    /// <summary>
    /// Erases persons with their salts, and what issued documents of the own agency say of them: documents that name the identity number or
    /// the telephone, or the name together with the subject that the person stands for.
    /// </summary>
    Task<Erasure> EraseAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken);

    /// <summary>Encrypts with the current key what an older one encrypted, documents too, and hashes for search anew; their number.</summary>
    Task<int> ReencryptAsync(CancellationToken cancellationToken);
}
