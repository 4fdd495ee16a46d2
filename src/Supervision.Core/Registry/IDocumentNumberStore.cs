namespace Supervision.Registry;

/// <summary>
/// Hands out document numbers. A number belongs to the transaction of the unit of work of the same scope: when that is
/// not committed, the next one to ask gets the same number, so that serials never have a gap.
/// </summary>
public interface IDocumentNumberStore
{
    /// <summary>
    /// The number of the document of a kind about a thing: the one it has, else the next serial of agency, kind and year.
    /// </summary>
    /// <param name="agency">Short name of the agency as printed.</param>
    /// <param name="kind">Kind of document as printed, such as "处罚".</param>
    /// <param name="key">What the document is about; at most one document of a kind for a key, such as "case-1" or "case-1/demand-2".</param>
    /// <param name="takenOn">Civil date of the document; its year is the year of the number.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<DocumentNumber> TakeAsync(
        string agency, string kind, string key, DateOnly takenOn, CancellationToken cancellationToken);

    /// <summary>The number of the document of a kind about a thing, or null.</summary>
    Task<DocumentNumber?> FindAsync(string kind, string key, CancellationToken cancellationToken);

    /// <summary>Numbers of an agency, kind and year in order of their serial, a page at a time.</summary>
    /// <param name="agency">The agency's word in the number.</param>
    /// <param name="kind">The kind's word in the number.</param>
    /// <param name="year">The year.</param>
    /// <param name="after">The last serial of the page before; 0 for the first page.</param>
    /// <param name="limit">At most so many, 1 to 10,000.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<IReadOnlyList<DocumentNumber>> ListAsync(
        string agency, string kind, int year, int after, int limit, CancellationToken cancellationToken);
}
